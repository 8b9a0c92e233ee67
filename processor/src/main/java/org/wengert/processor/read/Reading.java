package org.wengert.processor.read;

import java.util.List;
import java.util.Set;
import org.wengert.processor.message.Problem;
import org.wengert.processor.tape.Tape;
import org.wengert.processor.tape.Value;

/**
 * What became of a method that was read. Where there are problems, the tape is good for finding
 * more of them only.
 *
 * @param standIns values in place of those that could not be read; they are further parameters
 */
public record Reading(Tape tape, Set<Value> standIns, List<Problem> problems) {}
