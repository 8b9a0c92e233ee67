package headless;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.adaptor.EclipseStarter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Starts the platform as the Eclipse IDE does, with all bundles of a directory. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) throws Exception {
    Path base = Path.of(arguments[0]);
    Map<String, String> properties = new HashMap<>();
    properties.put(
        "osgi.install.area", Files.createDirectories(base.resolve("install")).toUri().toString());
    properties.put(
        "osgi.configuration.area",
        Files.createDirectories(base.resolve("configuration")).toUri().toString());
    properties.put("osgi.instance.area", base.resolve("workspace").toUri().toString());
    properties.put("eclipse.ignoreApp", "true");
    properties.put("osgi.noShutdown", "true");
    properties.put("osgi.bundles", "");
    EclipseStarter.setInitialProperties(properties);
    BundleContext context = EclipseStarter.startup(new String[0], null);
    List<Bundle> bundles = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Path.of(arguments[1]))) {
      for (Path jar :
          jars.filter(jar -> !jar.getFileName().toString().equals("org.eclipse.osgi.jar"))
              .sorted()
              .toList()) {
        bundles.add(context.installBundle(jar.toUri().toString()));
      }
    }
    for (int i = 2; i < arguments.length; i++) {
      bundles.add(context.installBundle(Path.of(arguments[i]).toUri().toString()));
    }
    try {
      for (Bundle bundle : bundles) {
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      }
    } catch (Throwable failure) {
      failure.printStackTrace(System.out);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
