package org.wengert.processor.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When a value's variable must keep it: from its definition along every way to a use. */
final class LiveRange {
  private LiveRange() {}

  static Intervals of(Flow.Site definition, List<Flow.Site> uses) {
    Intervals live = new Intervals();
    int from = 2 * definition.position() + 1;
    live.add(from, from);
    Map<Region, Integer> last = new LinkedHashMap<>();
    for (Flow.Site use : uses) {
      last.put(use.region(), 2 * use.position());
    }
    last.forEach((region, position) -> addPath(live, definition.region(), from, region, position));
    return live;
  }

  private static void addPath(Intervals live, Region home, int from, Region region, int position) {
    int until = position;
    for (Region inner = region; inner != home; inner = inner.parent()) {
      if (inner.kind() == Region.Kind.ARM) {
        live.add(2 * inner.start(), until);
        until = 2 * inner.ownerPosition();
      } else if (inner.kind() == Region.Kind.LOOP) {
        until = Math.max(until, 2 * inner.end() + 1);
      }
    }
    live.add(from, Math.max(from, until));
  }
}
