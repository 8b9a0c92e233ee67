package org.wengert;

/** The tape storage of one thread: a stack of arrays for each kind of element. */
final class TapePool {

  final BufferStack doubles = new BufferStack();
  final BufferStack floats = new BufferStack();
  final BufferStack longs = new BufferStack();
  final BufferStack ints = new BufferStack();
  final BufferStack booleans = new BufferStack();
  final BufferStack references = new BufferStack();
  final ValueStack values = new ValueStack();
  final CheckpointStack checkpoints = new CheckpointStack();

  /** The innermost sweep that is open. */
  TapeStorage top = TapeStorage.outermost(this);

  void trim() {
    doubles.trim();
    floats.trim();
    longs.trim();
    ints.trim();
    booleans.trim();
    references.trim();
    values.trim();
    checkpoints.trim();
  }
}
