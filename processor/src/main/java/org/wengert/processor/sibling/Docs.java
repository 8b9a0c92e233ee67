package org.wengert.processor.sibling;

import java.util.List;
import java.util.stream.Collectors;
import org.wengert.processor.sibling.SweepParameters.Primal;

/** The documentation comments of generated methods. */
final class Docs {
  private final StringBuilder text = new StringBuilder();

  private Docs() {}

  static String jvp(Context context, SweepParameters parameters) {
    Docs docs = new Docs();
    docs.add(subject(context) + " and its derivative in a direction, by one forward sweep.");
    docs.source(context);
    for (Primal primal : parameters.primals()) {
      if (primal.derivative().isPresent()) {
        docs.add("@param " + primal.derivative().get() + " " + tangent(context, primal));
      }
    }
    if (parameters.primals().stream().anyMatch(Primal::isPair)) {
      docs.add(
          "@throws IllegalArgumentException if a tangent array is null or does not have the shape"
              + " of its array; then nothing has been written");
    }
    return docs.toString();
  }

  private static String tangent(Context context, Primal primal) {
    String tangent = "the tangent of " + code(primal.name());
    if (!primal.isPair()) {
      return tangent;
    }
    return context.isTouched(primal.parameter())
        ? tangent + ", of the same shape, and changed with it; a different array"
        : tangent + ", of the same shape";
  }

  static String vjp(Context context, SweepParameters parameters) {
    Docs docs = new Docs();
    docs.add(
        subject(context) + " and the adjoints of its active parameters, by one reverse sweep.");
    docs.source(context);
    for (Primal primal : parameters.primals()) {
      if (primal.isPair()) {
        docs.add("@param " + primal.derivative().get() + " " + adjoint(context, primal));
      }
    }
    parameters
        .seed()
        .ifPresent(
            seed ->
                docs.add(
                    "@param "
                        + seed
                        + " the seed: the adjoint of the result"
                        + (context.signature().returnsArray() ? ", of the same length" : "")));
    if (parameters.primals().stream().anyMatch(Primal::isPair)) {
      docs.add(
          "@throws IllegalArgumentException if an adjoint array is null, does not have the shape of"
              + " its array, or is one of the arrays itself; then nothing has been written");
    }
    return docs.toString();
  }

  private static String adjoint(Context context, Primal primal) {
    return context.isTouched(primal.parameter())
        ? "on entry the adjoint of what "
            + code(primal.name())
            + " holds at the end, on exit the adjoint of what it holds at the start, of the same"
            + " shape; if two parameters are the same array, so must be their adjoints"
        : "the adjoint of " + code(primal.name()) + ", of the same shape, to which the sweep adds";
  }

  static String forward(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The forward sweep of "
            + link(context.signature())
            + ", for the derivatives of methods that call it: what "
            + code(context.names().reverse())
            + " needs stays in the storage.");
    docs.source(context);
    return docs.toString();
  }

  static String reverse(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The reverse sweep of the latest "
            + code(context.names().forward())
            + " that has not been reversed yet; of several adjoints it leaves all but the first in"
            + " the storage.");
    docs.source(context);
    return docs.toString();
  }

  static String tangentOf(Names tangent, Context context) {
    Docs docs = new Docs();
    docs.add(
        "The tangent of "
            + code(tangent.base())
            + ", for derivatives of methods that call that: of value, tangent and their own tangents"
            + " it leaves all but the first in the storage.");
    docs.source(context);
    return docs.toString();
  }

  static String onlyReads(Context context) {
    Docs docs = new Docs();
    docs.add(
        "Nothing. It is there as long as "
            + link(context.signature())
            + " leaves the arrays alone that it is given: methods of other files whose derivatives"
            + " go through its own count on that.");
    return docs.toString();
  }

  static String forwardOf(Names tangent, Context context) {
    Docs docs = new Docs();
    docs.add(
        "The forward sweep of "
            + code(tangent.base())
            + ", for higher derivatives of methods that call the method: what "
            + code(tangent.reverse())
            + " needs stays in the storage.");
    docs.source(context);
    return docs.toString();
  }

  static String reverseOf(Names tangent, Context context) {
    Docs docs = new Docs();
    docs.add(
        "The reverse sweep of the latest "
            + code(tangent.forward())
            + " that has not been reversed yet; of several adjoints it leaves all but the first in"
            + " the storage.");
    docs.source(context);
    return docs.toString();
  }

  static String hvp(Context context, SweepParameters parameters) {
    Docs docs = new Docs();
    docs.add(
        subject(context)
            + " and the product of its Hessian and a vector, freshly allocated, by a reverse sweep"
            + " of its forward sweep.");
    docs.source(context);
    for (Primal primal : parameters.primals()) {
      if (primal.derivative().isPresent()) {
        docs.add(
            "@param "
                + primal.derivative().get()
                + " "
                + tangent(context, primal).replace("the tangent", "the vector's part"));
      }
    }
    if (parameters.primals().stream().anyMatch(Primal::isPair)) {
      docs.add(
          "@throws IllegalArgumentException if a part of the vector is null or does not have the"
              + " shape of its array; then nothing has been written");
    }
    return docs.toString();
  }

  static String taylor(Context context, SweepParameters parameters, String order) {
    boolean isArray = context.signature().returnsArray();
    Docs docs = new Docs();
    docs.add(
        "The Taylor series of "
            + link(context.signature())
            + " along a line: the coefficients of the powers of t, as each active parameter moves by"
            + " t times the tangent that follows it.");
    docs.source(context);
    for (Primal primal : parameters.primals()) {
      if (primal.derivative().isPresent()) {
        String shape = primal.isPair() ? ", of the same shape" : "";
        docs.add(
            "@param "
                + primal.derivative().get()
                + " the tangent of "
                + code(primal.name())
                + shape);
      }
    }
    docs.add("@param " + order + " of the highest power, from 0 on");
    docs.add(
        "@return the coefficients, freshly allocated"
            + (isArray ? ", one row for each element of the result" : "")
            + ": first the value, bit for bit, then at k the k-th derivative by t over k factorial");
    docs.add(
        "@throws IllegalArgumentException if " + code(order) + " is negative" + shapes(parameters));
    return docs.toString();
  }

  private static String shapes(SweepParameters parameters) {
    return parameters.primals().stream().anyMatch(Primal::isPair)
        ? ", or a tangent array is null or does not have the shape of its array"
        : "";
  }

  static String hvpSweep(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The reverse sweep of "
            + code(context.names().jvp())
            + ": adds to the adjoint arrays the product of the Hessian and the tangents, times the"
            + " seed.");
    return docs.toString();
  }

  static String hessian(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The Hessian of "
            + link(context.signature())
            + ": its products with the unit vectors, so that the two triangles may differ by"
            + " rounding.");
    docs.source(context);
    docs.add(
        "@return one row and one column for each active input: "
            + context.signature().active().stream()
                .map(Docs::inputs)
                .collect(Collectors.joining(", ")));
    return docs.toString();
  }

  static String hessianColumns(int width) {
    Docs docs = new Docs();
    docs.add(
        width
            + " columns of the Hessian: the tangents of the reverse sweep in as many directions. Each"
            + " active array is followed by the tangents of its elements, "
            + width
            + " for each, by its adjoint array and the tangents of that; each active scalar by the"
            + " number of the direction in which it changes.");
    return docs.toString();
  }

  static String gradient(Context context) {
    Docs docs = new Docs();
    docs.add(
        subject(context)
            + " and its derivatives with respect to all active parameters, freshly allocated, by"
            + " one reverse sweep.");
    docs.source(context);
    return docs.toString();
  }

  static String jacobian(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The Jacobian of " + link(context.signature()) + ", " + manner(context.member()) + ".");
    docs.source(context);
    docs.add(
        "@return one row for each element of the result; one column for each active input: "
            + context.signature().active().stream()
                .map(Docs::inputs)
                .collect(Collectors.joining(", ")));
    return docs.toString();
  }

  private static String manner(Member member) {
    if (!member.derivatives().rows().isEmpty()) {
      return "all rows with reverse sweeps after one forward sweep";
    }
    boolean single = member.derivatives().columns().isEmpty();
    return (single ? "column by column" : "several columns at a time")
        + " with forward sweeps or row by row with reverse sweeps, whichever takes fewer";
  }

  static String jacobianRows() {
    Docs docs = new Docs();
    docs.add(
        "Adds to the rows of the Jacobian. Each active parameter but the first has a parameter that"
            + " says at which column its derivatives begin.");
    return docs.toString();
  }

  static String jacobianColumns(int width) {
    Docs docs = new Docs();
    docs.add(
        width
            + " columns of the Jacobian, by one forward sweep in as many directions: one row after"
            + " the other. Each active array is followed by the tangents of its elements, "
            + width
            + " for each, and each active scalar by the number of the direction in which it"
            + " changes.");
    return docs.toString();
  }

  static String jacobianInDirections() {
    Docs docs = new Docs();
    docs.add(
        "Columns of the Jacobian, by one forward sweep in as many directions: for each element of"
            + " the result its tangents. Each active parameter is followed by its tangents, an"
            + " array of as many for each number.");
    return docs.toString();
  }

  static String sparsity(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The pattern of the "
            + matrix(context)
            + " of "
            + link(context.signature())
            + ": all that can be other than zero on the way that the method takes here.");
    docs.source(context);
    docs.add("@return one column for each active input: " + inputs(context));
    return docs.toString();
  }

  static String sparse(Context context) {
    Docs docs = new Docs();
    docs.add(
        "The "
            + matrix(context)
            + " of "
            + link(context.signature())
            + " without its zeros, by its own pattern.");
    docs.source(context);
    docs.add("@return one column for each active input: " + inputs(context));
    return docs.toString();
  }

  static String sparseAgain(Context context, String sparsity) {
    Docs docs = new Docs();
    docs.add(
        "The "
            + matrix(context)
            + " of "
            + link(context.signature())
            + " without its zeros, by a pattern that is known.");
    docs.source(context);
    docs.add(
        "@param "
            + sparsity
            + " what "
            + code(context.names().sparsity())
            + " returned, here or where the method takes other branches but depends on no more");
    docs.add("@return one column for each active input: " + inputs(context));
    docs.add("@throws IllegalStateException if the pattern does not hold here");
    return docs.toString();
  }

  private static String matrix(Context context) {
    return context.signature().returnsArray() ? "Jacobian" : "Hessian";
  }

  static String compressedJacobian() {
    Docs docs = new Docs();
    docs.add(
        "The sparse Jacobian by a pattern that holds: forward sweeps in one direction for each"
            + " colour of its columns, or reverse sweeps, one for each colour of its rows.");
    return docs.toString();
  }

  static String compressedHessian() {
    Docs docs = new Docs();
    docs.add("The sparse Hessian by a pattern that holds: one product for each colour.");
    return docs.toString();
  }

  static String dependences() {
    Docs docs = new Docs();
    docs.add(
        "What the result depends on. Each active parameter is followed by the numbers of its"
            + " inputs.");
    return docs.toString();
  }

  static String decisions() {
    Docs docs = new Docs();
    docs.add("Which way the method goes, as far as its dependences can tell.");
    return docs.toString();
  }

  private static String inputs(Context context) {
    return context.signature().active().stream()
        .map(Docs::inputs)
        .collect(Collectors.joining(", "));
  }

  private static String inputs(Parameter parameter) {
    String name = code(parameter.name());
    return switch (parameter.type().rank()) {
      case 0 -> name;
      case 1 -> "the elements of " + name;
      default -> "the elements of " + name + " row by row";
    };
  }

  static String function(Context context, String vector) {
    Docs docs = new Docs();
    docs.add(link(context.signature()) + " as a function of " + vector + ".");
    docs.source(context);
    return docs.toString();
  }

  static String record(String method, List<String> components) {
    Docs docs = new Docs();
    docs.add("The result of " + code(method) + ".");
    docs.text.append('\n');
    components.forEach(component -> docs.add("@param " + component));
    return docs.toString();
  }

  static String code(String text) {
    return "{@code " + text + "}";
  }

  private static String subject(Context context) {
    String link = link(context.signature());
    return context.signature().result().isPresent() ? "The value of " + link : "Runs " + link + ",";
  }

  /** Owner and sibling share a package, so that simple names do. */
  private static String link(Signature signature) {
    return "{@link "
        + String.join(".", signature.owner().simpleNames())
        + "#"
        + signature.method()
        + signature.parameters().stream()
            .map(parameter -> parameter.type().toString().replaceFirst("^java\\.lang\\.", ""))
            .collect(Collectors.joining(", ", "(", ")"))
        + "}";
  }

  private void source(Context context) {
    text.append('\n');
    add("<p>Derived from line " + context.signature().line() + ".");
    text.append('\n');
  }

  /** A paragraph or tag. */
  private void add(String words) {
    text.append(words).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
