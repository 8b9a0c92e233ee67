package org.wengert.sample;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable(1, "name", "value", "x");
    table.add("a", "1.5", "22");
    table.add("longer", "-12.25", "");
    assertThat(table.toString())
        .isEqualTo(
            """
            name     value   x
            ------------------
            a          1.5  22
            longer  -12.25
            """);
  }

  @Test
  void rowsAreAsLongAsTheHeader() {
    TextTable table = new TextTable(1, "name", "value");
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> table.add("a"));
    assertThat(e).hasMessageThat().isEqualTo("a row of 1 cells in a table of 2 columns");
  }
}
