package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** The Maven that builds this project, run on another one; offline if this build is. */
final class Maven {
  private static final Path BUILDS = Path.of(System.getProperty("maven.repository"));

  /** What Debian's Maven says at the end, in black and white, too. */
  private static final Pattern END_OF_COLOUR = Pattern.compile("\\u001B\\[0?m\\n?");

  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>build</id>
            <repositories>
              <repository>
                <id>build</id>
                <url>%1$s</url>
              </repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>
                <id>build</id>
                <url>%1$s</url>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles>
          <activeProfile>build</activeProfile>
        </activeProfiles>
      </settings>
      """;

  private final Path repository;

  private Maven(Path repository) {
    this.repository = repository;
  }

  /** With the local repository of this build. */
  static Maven ofThisBuild() {
    return new Maven(BUILDS);
  }

  /** With a local repository of its own, which gets what else it needs from that of this build. */
  static Maven with(Path repository) {
    return new Maven(repository.toAbsolutePath());
  }

  /** What it prints on goals that must succeed. */
  String output(Path project, List<String> arguments) {
    return output(project, arguments, true);
  }

  /** What it prints on goals that must fail. */
  String failure(Path project, List<String> arguments) {
    return output(project, arguments, false);
  }

  private String output(Path project, List<String> arguments, boolean succeeds) {
    StringBuilder output = new StringBuilder();
    try {
      // Without it the project would be taken for a part of this one.
      Files.createDirectories(project.resolve(".mvn"));
      Path settings =
          Files.writeString(
              project.resolve("settings.xml"), SETTINGS.formatted(BUILDS.toUri().toURL()));
      InvocationRequest request =
          new DefaultInvocationRequest()
              .setBaseDirectory(project.toFile())
              .setGlobalSettingsFile(settings.toFile())
              .setLocalRepositoryDirectory(repository.toFile())
              .setOffline(System.getProperty("maven.network").equals("offline=true"))
              .setProperties(properties())
              .setJavaHome(Path.of(System.getProperty("java.home")).toFile())
              .setBatchMode(true)
              .setNoTransferProgress(true)
              .addArgs(arguments)
              .setOutputHandler(line -> output.append(line).append('\n'));
      InvocationResult result =
          new DefaultInvoker()
              .setMavenHome(Path.of(System.getProperty("maven.home")).toFile())
              .execute(request);
      assertWithMessage("%s", output).that(result.getExitCode() == 0).isEqualTo(succeeds);
    } catch (IOException | MavenInvocationException e) {
      throw new AssertionError(e);
    }
    return END_OF_COLOUR.matcher(output).replaceAll("");
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("aether.offline.protocols", "file"); // these are always to be had
    return properties;
  }
}
