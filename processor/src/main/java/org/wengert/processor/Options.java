package org.wengert.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wengert.processor.message.Message;
import org.wengert.processor.message.Warning;

/**
 * What is set for a whole build: the options that are ours, looked at once.
 *
 * @param values those that are known, by name, with values that they can have
 * @param complaints what is wrong with the others
 */
record Options(Map<String, String> values, List<String> complaints) {

  /**
   * Reads the options of a compiler.
   *
   * @param given by name; an option without a value has null. Those of other processors may be
   *     among them.
   */
  static Options of(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(given).entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(Option.PREFIX)) {
        continue;
      }
      Option option = Option.nearest(name);
      Optional<String> value = Optional.ofNullable(entry.getValue()).or(option::implied);
      if (!option.name().equals(name)) {
        complaints.add(Message.OPTION_UNKNOWN.format(name, option.name(), names()));
      } else if (!value.map(option.values()::contains).orElse(false)) {
        complaints.add(
            Message.OPTION_VALUE.format(
                name,
                value.map(its -> "cannot be " + its).orElse("has no value"),
                String.join(", ", option.values())));
      } else {
        values.put(name, value.get());
      }
    }
    return new Options(Map.copyOf(values), List.copyOf(complaints));
  }

  /** What becomes of a warning, where the program does not say something else. */
  Severity severity(Warning warning) {
    String all = values.getOrDefault(Option.WARNINGS.name(), Option.WARNINGS.values().get(0));
    return Severity.spelled(values.getOrDefault(warning.option(), all));
  }

  /** Whether something is asked for that is not done by default. */
  boolean isOn(Option option) {
    return values.containsKey(option.name())
        && !values.get(option.name()).equals(option.values().get(0));
  }

  private static String names() {
    return Option.all().stream()
        .map(option -> "-A" + option.name())
        .collect(Collectors.joining(", "));
  }
}
