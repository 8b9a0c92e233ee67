package org.wengert.processor.acceptance;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMStartEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A debugger of a program in a JVM of its own, which ends when the debugger is closed. */
final class Debugger implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 30_000;

  private final VirtualMachine machine;
  private final ReferenceType main;
  private EventSet latest;
  private ThreadReference thread;

  /**
   * Where the program has stopped, as a debugger shows it.
   *
   * @param source the source file, below a directory of sources
   * @param locals the visible local variables: numbers, arrays, and other objects by their types
   */
  record Stop(String type, String method, Path source, int line, Map<String, String> locals) {}

  /** Starts a program, and stops it before anything of its class has run. */
  Debugger(String classPath, String mainClass) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("main").setValue(mainClass);
    arguments.get("options").setValue("-XX:+UseSerialGC -cp \"" + classPath + "\"");
    machine = connector.launch(arguments);
    try {
      await(VMStartEvent.class);
      main = loaded(mainClass);
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  private ReferenceType loaded(String type) throws InterruptedException {
    ClassPrepareRequest preparation = machine.eventRequestManager().createClassPrepareRequest();
    preparation.addClassFilter(type);
    preparation.enable();
    latest.resume();
    return await(ClassPrepareEvent.class).referenceType();
  }

  /** Goes on to a line of the main class. */
  Stop runTo(int line) throws Exception {
    Location location = main.locationsOfLine(line).get(0);
    BreakpointRequest breakpoint = machine.eventRequestManager().createBreakpointRequest(location);
    breakpoint.enable();
    latest.resume();
    Stop stop = stop(await(BreakpointEvent.class));
    machine.eventRequestManager().deleteEventRequest(breakpoint);
    return stop;
  }

  Stop stepInto() throws Exception {
    return step(StepRequest.STEP_INTO);
  }

  Stop stepOver() throws Exception {
    return step(StepRequest.STEP_OVER);
  }

  private Stop step(int depth) throws Exception {
    StepRequest step =
        machine.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
    step.enable();
    latest.resume();
    Stop stop = stop(await(StepEvent.class));
    machine.eventRequestManager().deleteEventRequest(step);
    return stop;
  }

  private <E extends Event> E await(Class<E> kind) throws InterruptedException {
    latest = machine.eventQueue().remove(PATIENCE_MILLIS);
    List<Event> events = latest == null ? List.of() : List.copyOf(latest);
    return events.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(events + " and no " + kind.getSimpleName()));
  }

  private Stop stop(LocatableEvent event)
      throws IncompatibleThreadStateException, AbsentInformationException {
    thread = event.thread();
    StackFrame frame = thread.frame(0);
    Map<String, String> locals = new TreeMap<>();
    for (LocalVariable variable : frame.visibleVariables()) {
      locals.put(variable.name(), text(frame.getValue(variable)));
    }
    Location location = frame.location();
    return new Stop(
        location.declaringType().name(),
        location.method().name(),
        Path.of(location.sourcePath()),
        location.lineNumber(),
        locals);
  }

  private static String text(Value value) {
    return value instanceof ArrayReference array
        ? array.getValues().toString()
        : String.valueOf(value);
  }

  @Override
  public void close() {
    machine.process().destroyForcibly().onExit().join();
  }
}
