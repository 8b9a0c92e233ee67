package org.wengert.sample.nist;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FitChartsTest {

  @Test
  void thereIsAPictureOfEachFit(@TempDir Path directory) throws IOException {
    List<Path> files = FitCharts.write(directory.resolve("charts"));
    assertThat(files).hasSize(14);
    for (Path file : files) {
      BufferedImage picture = ImageIO.read(file.toFile());
      assertThat(picture.getWidth()).isEqualTo(800);
      assertThat(picture.getHeight()).isEqualTo(500);
    }
  }
}
