package org.wengert;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumberSetsTest {
  private final NumberSets sets = new NumberSets();

  private int of(int... elements) {
    int set = 0;
    for (int element : elements) {
      set = sets.union(set, sets.of(element));
    }
    return set;
  }

  @Test
  void thereIsOneSmallSetOfEach() {
    assertThat(of(3, 1, 2)).isEqualTo(of(2, 3, 1, 3));
    assertThat(sets.list(of(3, 1, 2))).isEqualTo(new int[] {1, 2, 3});
    assertThat(sets.union(0, 0)).isEqualTo(0);
    assertThat(sets.list(0)).isEmpty();
  }

  @Test
  void whatIsContainedAddsNothing() {
    int[] many = new int[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = 7 * i;
    }
    int large = of(many);
    assertThat(sets.union(large, sets.of(693))).isEqualTo(large);
    assertThat(sets.union(sets.of(693), large)).isEqualTo(large);
    assertThat(sets.list(sets.union(large, sets.of(7)))).isEqualTo(many);
  }

  @Test
  void randomUnions() {
    Random random = new Random(1);
    List<Integer> numbers = new ArrayList<>(List.of(0));
    List<TreeSet<Integer>> expected = new ArrayList<>(List.of(new TreeSet<>()));
    for (int i = 0; i < 3000; i++) {
      TreeSet<Integer> elements = new TreeSet<>();
      if (random.nextInt(3) == 0) {
        int element = random.nextInt(2000);
        elements.add(element);
        numbers.add(sets.of(element));
      } else {
        int a = random.nextInt(numbers.size());
        int b = Math.max(0, numbers.size() - 1 - random.nextInt(20));
        elements.addAll(expected.get(a));
        elements.addAll(expected.get(b));
        numbers.add(sets.union(numbers.get(a), numbers.get(b)));
      }
      expected.add(elements);
      assertThat(sets.list(numbers.get(numbers.size() - 1)))
          .isEqualTo(elements.stream().mapToInt(each -> each).toArray());
    }
    assertThat(expected.stream().mapToInt(TreeSet::size).max().getAsInt()).isGreaterThan(100);
  }

  @Test
  void pairsHaveNumbers() {
    PairNumbers pairs = new PairNumbers();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1000; i++) {
        assertThat(pairs.of(i % 37, i)).isEqualTo(i + 1);
      }
    }
    assertThat(pairs.first(39)).isEqualTo(1);
    assertThat(pairs.second(39)).isEqualTo(38);
  }
}
