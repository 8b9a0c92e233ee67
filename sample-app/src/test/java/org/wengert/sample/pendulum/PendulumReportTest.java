package org.wengert.sample.pendulum;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PendulumReportTest {

  @Test
  void thereIsAPicture(@TempDir Path directory) throws IOException {
    new PendulumReport(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), directory)
        .run();
    BufferedImage picture = ImageIO.read(directory.resolve("pendulum.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(1_000);
    assertThat(picture.getHeight()).isEqualTo(500);
  }
}
