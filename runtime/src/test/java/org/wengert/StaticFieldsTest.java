package org.wengert;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

class StaticFieldsTest {
  private static final double[] TABLE = {1, 2};

  static final class Owner {
    private static int count = 5;

    private Owner() {}

    static int next() {
      return ++count;
    }
  }

  @Test
  void readsWhatTheClassItselfReads() throws Throwable {
    var table =
        StaticFields.getter(
            MethodHandles.lookup(), StaticFieldsTest.class, "TABLE", double[].class);
    assertThat((double[]) table.invoke()).isSameInstanceAs(TABLE);
    var count = StaticFields.getter(MethodHandles.lookup(), Owner.class, "count", int.class);
    assertThat((int) count.invoke()).isEqualTo(5);
    assertThat((int) count.invoke()).isEqualTo(Owner.next() - 1);
    assertThat((int) count.invoke()).isEqualTo(6);
  }

  @Test
  void fieldThatIsGone() {
    Exception thrown =
        assertThrows(
            IllegalStateException.class,
            () -> StaticFields.getter(MethodHandles.lookup(), Owner.class, "count", long.class));
    assertThat(thrown)
        .hasMessageThat()
        .isEqualTo(
            "org.wengert.StaticFieldsTest$Owner has no static field long count, which its"
                + " derivatives read: compile both again");
  }
}
