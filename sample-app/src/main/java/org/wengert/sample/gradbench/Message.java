package org.wengert.sample.gradbench;

/** One message of the eval. What a kind of message does not have is only missed when asked for. */
record Message(long id, String kind, Input fields) {

  /**
   * Reads what all messages have.
   *
   * @throws IllegalArgumentException if the value is not an object, or lacks id or kind
   */
  static Message of(Json value) {
    Input fields = Input.of("message", value);
    if (!(fields.value("id") instanceof Json.Whole id)) {
      throw new IllegalArgumentException("message.id must be an integer");
    }
    return new Message(id.value(), fields.text("kind"), fields);
  }

  /**
   * Returns the module that is meant.
   *
   * @throws IllegalArgumentException if it is not answered here
   */
  Module module() {
    return Modules.find(fields.text("module"));
  }

  /**
   * Returns what is to be evaluated.
   *
   * @throws IllegalArgumentException if it is not answered here
   */
  Evaluation<?, ?> evaluation() {
    return module().evaluation(fields.text("function"));
  }

  Json input() {
    return fields.value("input");
  }
}
