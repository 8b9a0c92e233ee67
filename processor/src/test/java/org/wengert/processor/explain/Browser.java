package org.wengert.processor.explain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real browser without a screen. Where there is none, tests say that they did not run. */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private final Path program;
  private final Path directory;

  private Browser(Path program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /**
   * The browser in the path.
   *
   * @param directory for files
   */
  static Browser in(Path directory) {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no Chromium in the path: pages were not opened in a browser");
    return new Browser(found.get(), directory);
  }

  /**
   * What a page's script prints.
   *
   * @param page the page
   * @param script what is done once the page is there; {@code print(text)} prints a line
   */
  List<String> run(String page, String script) {
    String whole =
        page.replace(
            "</html>",
            """
            <pre id="printed"></pre>
            <script>
            {
              const lines = [];
              const print = text => lines.push(text);
              addEventListener('error', event => print('error: ' + event.message));
              addEventListener('load', () => {
                try {
                  %s
                } catch (failure) {
                  print('error: ' + failure.stack);
                }
                document.documentElement.textContent = '@' + lines.join('\\n') + '@';
              });
            }
            </script>
            </html>
            """
                .formatted(script));
    String dom = open(whole, "--dump-dom");
    return dom.substring(dom.indexOf('@') + 1, dom.lastIndexOf('@'))
        .lines()
        .map(Browser::unescaped)
        .toList();
  }

  /**
   * What a page looks like.
   *
   * @param page the page
   * @param script what is done once the page is there
   * @return a file
   */
  Path picture(String page, String script, int width, int height) {
    Path picture = directory.resolve("picture.png");
    open(
        page.replace(
            "</html>",
            "<script>addEventListener('load', () => {\n%s\n});</script>\n</html>"
                .formatted(script)),
        "--hide-scrollbars",
        "--window-size=" + width + "," + height,
        "--screenshot=" + picture);
    return picture;
  }

  /** What the browser writes to standard output. */
  private String open(String page, String... options) {
    try {
      Path file = Files.writeString(directory.resolve("page.html"), page);
      Path printed = directory.resolve("printed");
      List<String> command = new ArrayList<>();
      command.addAll(List.of(program.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
      command.add("--user-data-dir=" + directory.resolve("profile"));
      command.addAll(List.of(options));
      command.add(file.toUri().toString());
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the browser does not come to an end");
      }
      return Files.readString(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
