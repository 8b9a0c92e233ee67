package org.wengert.processor.readme;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the README says about Maven agrees with the project's own files. */
final class ProjectTest {
  private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");
  private static final String PLUGIN =
      "//plugin[artifactId='maven-compiler-plugin']/configuration/annotationProcessorPaths/path";

  @Test
  void coordinatesAreTheProjects() throws Exception {
    Document example = example();
    Document root = pom("");
    String imported = "/project/dependencyManagement/dependencies/dependency";
    assertArtifact(example, imported, root, root);
    assertThat(texts(example, imported + "/version")).isEqualTo(texts(root, "/project/version"));
    assertArtifact(example, "/project/dependencies/dependency", root, pom("runtime"));
    assertArtifact(example, PLUGIN, root, pom("processor"));
  }

  private static void assertArtifact(
      Document example, String element, Document root, Document module) throws Exception {
    assertThat(texts(example, element + "/groupId")).isEqualTo(texts(root, "/project/groupId"));
    assertThat(texts(example, element + "/artifactId"))
        .isEqualTo(texts(module, "/project/artifactId"));
  }

  /** Importing the root manages no library of the user's. */
  @Test
  void whatIsImportedIsWengertAlone() throws Exception {
    Document root = pom("");
    String managed = "/project/dependencyManagement/dependencies/dependency";
    assertThat(texts(root, managed + "/artifactId"))
        .containsExactly("wengert-runtime", "wengert-processor");
    assertThat(texts(root, managed + "/groupId")).containsExactly("org.wengert", "org.wengert");
  }

  @Test
  void versionsAreThoseThatTheProjectUses() throws Exception {
    Document example = example();
    Document parent = pom("");
    String release = "/project/properties/maven.compiler.release";
    assertThat(texts(example, release)).isEqualTo(texts(parent, release));
    List<String> plugins = texts(example, "//plugin/artifactId");
    assertThat(plugins).containsExactly("maven-compiler-plugin", "exec-maven-plugin");
    for (String plugin : plugins) {
      String version = "//plugin[artifactId='" + plugin + "']/version";
      assertThat(texts(example, version)).isEqualTo(texts(parent, version));
    }
  }

  @Test
  void profilesExist() throws Exception {
    List<String> named =
        Page.readme().lines().stream()
            .flatMap(line -> PROFILE.matcher(line).results())
            .map((MatchResult found) -> found.group(1))
            .distinct()
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(texts(pom("sample-app"), "//profile/id")).containsAtLeastElementsIn(named);
  }

  private static Document example() throws Exception {
    return parse(Page.readme().section("A first gradient").code("xml").get(0));
  }

  private static Document pom(String module) throws Exception {
    return parse(Files.readString(Path.of("..", module, "pom.xml")));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String path)
      throws XPathExpressionException {
    NodeList found =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
