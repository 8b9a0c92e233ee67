package org.wengert.processor.explain;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.processor.readme.ReadmePrograms;

/**
 * Takes the README's picture of a page; it replaces the old one with {@code
 * -Dwengert.picture.update=true}.
 */
final class PictureTest {
  private static final Path OLD = Path.of("docs", "explain.png");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1340;

  @TempDir Path directory;

  @Test
  void ofTheFirstExample() throws Exception {
    String example = ReadmePrograms.all().get(0).replace("package demo;\n\n", "");
    Path taken =
        Browser.in(directory)
            .picture(
                Pages.of(example, "Rosenbrock"),
                """
                const [x, y] = document.querySelectorAll('.controls input');
                for (const [field, text] of [[x, '-1.2'], [y, '1']]) {
                  field.value = text;
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                }
                [...document.querySelectorAll('.tape p')].find(one => one.textContent.startsWith('b = y - v1'))
                    .dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
                """,
                WIDTH,
                HEIGHT);
    if (Boolean.getBoolean("wengert.picture.update")) {
      Files.copy(taken, OLD, StandardCopyOption.REPLACE_EXISTING);
    }
    for (Path picture : new Path[] {taken, OLD}) {
      BufferedImage image = ImageIO.read(picture.toFile());
      assertThat(image.getWidth()).isEqualTo(WIDTH);
      assertThat(image.getHeight()).isEqualTo(HEIGHT);
      assertThat(lines(image, 0xffdf66)).isAtLeast(60); // what is pointed at, everywhere
    }
  }

  /** How many rows of pixels hold a colour. */
  private static long lines(BufferedImage image, int colour) {
    return IntStream.range(0, image.getHeight())
        .filter(
            y ->
                IntStream.range(0, image.getWidth())
                    .anyMatch(x -> (image.getRGB(x, y) & 0xffffff) == colour))
        .count();
  }
}
