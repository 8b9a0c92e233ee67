package org.wengert.processor.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Methods that call each other; the first is the one to differentiate.
 *
 * @param fields those that the methods may read
 * @param carriers the records that stand beside the first method
 * @param home the number of the class it is in, and of the other class
 */
record Program(int home, List<Field> fields, List<Carrier> carriers, List<Method> methods) {
  /** The same with other methods. */
  Program with(List<Method> others) {
    return new Program(home, fields, carriers, others);
  }

  /** All code. */
  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    methods.forEach(method -> nodes.add(method.body()));
    fields.forEach(field -> nodes.add(field.first()));
    carriers.forEach(carrier -> nodes.addAll(carrier.nodes()));
    return nodes;
  }

  /** This program for each of its annotated methods, with that one as its main one. */
  List<Program> mains() {
    List<Program> mains = new ArrayList<>();
    for (Method method : methods) {
      if (method.isAnnotated()) {
        List<Method> order = new ArrayList<>(methods);
        order.remove(method);
        order.add(0, method);
        mains.add(with(order));
      }
    }
    return mains;
  }

  Method main() {
    return methods.get(0);
  }

  Method method(String name) {
    return methods.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The members of one of the two classes. */
  String text(boolean elsewhere) {
    StringBuilder text = new StringBuilder();
    fields.stream()
        .filter(field -> field.elsewhere() == elsewhere)
        .forEach(field -> text.append(field.text()));
    if (!elsewhere) {
      carriers.forEach(carrier -> text.append(carrier.text()));
    }
    methods.stream()
        .filter(method -> method.elsewhere() == elsewhere)
        .forEach(method -> text.append(method.text()));
    return text.toString();
  }
}
