package headless;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Builds a project as the Eclipse IDE does, edits a file and builds again, twice. Says what is
 * wrong on the console, and copies what is generated.
 */
public final class HeadlessBuild implements BundleActivator {
  private final IProgressMonitor monitor = new NullProgressMonitor();

  @Override
  public void start(BundleContext context) throws Exception {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    IWorkspaceDescription manual = workspace.getDescription();
    manual.setAutoBuilding(false);
    workspace.setDescription(manual);
    IProject project = workspace.getRoot().getProject("demo");
    project.create(monitor);
    project.open(monitor);
    IProjectDescription description = project.getDescription();
    description.setNatureIds(new String[] {JavaCore.NATURE_ID});
    project.setDescription(description, monitor);
    IFolder sources = project.getFolder("src");
    copy(Path.of(System.getProperty("headless.sources")), sources);
    configure(project, sources);

    project.build(IncrementalProjectBuilder.FULL_BUILD, monitor);
    print("full", project);
    IFile edited = sources.getFile("p/Edited.java");
    edit(edited, "x * x", "x * x * x");
    project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor);
    print("incremental", project);
    edit(edited, "x * x * x", "new Object().hashCode() * x");
    project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor);
    print("mistaken", project);
    System.out.println("done");
  }

  private void copy(Path from, IFolder to) throws Exception {
    to.create(true, true, monitor);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          copy(entry, to.getFolder(name));
        } else {
          to.getFile(name).create(Files.newInputStream(entry), true, monitor);
        }
      }
    }
  }

  private void configure(IProject project, IFolder sources) throws Exception {
    IFolder classes = project.getFolder("bin");
    if (!classes.exists()) {
      classes.create(true, true, monitor);
    }
    IJavaProject java = JavaCore.create(project);
    java.setOption(JavaCore.COMPILER_SOURCE, "17");
    java.setOption(JavaCore.COMPILER_COMPLIANCE, "17");
    java.setOption(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, "17");
    List<IClasspathEntry> path = new ArrayList<>();
    path.add(JavaCore.newSourceEntry(sources.getFullPath()));
    path.add(library(System.getProperty("java.home") + "/lib/jrt-fs.jar"));
    for (String jar : System.getProperty("headless.libraries").split(File.pathSeparator)) {
      path.add(library(jar));
    }
    java.setRawClasspath(path.toArray(IClasspathEntry[]::new), classes.getFullPath(), monitor);
    IFactoryPath processors = AptConfig.getDefaultFactoryPath(java);
    for (String jar : System.getProperty("headless.processors").split(File.pathSeparator)) {
      processors.addExternalJar(new File(jar));
    }
    AptConfig.setFactoryPath(java, processors);
    AptConfig.setEnabled(java, true);
  }

  private static IClasspathEntry library(String file) {
    return JavaCore.newLibraryEntry(IPath.fromOSString(file), null, null);
  }

  private void edit(IFile file, String before, String after) throws Exception {
    String text = new String(file.getContents().readAllBytes(), StandardCharsets.UTF_8);
    byte[] bytes = text.replace(before, after).getBytes(StandardCharsets.UTF_8);
    file.setContents(new ByteArrayInputStream(bytes), true, false, monitor);
  }

  private void print(String stage, IProject project) throws Exception {
    for (IMarker marker : project.findMarkers(null, true, IResource.DEPTH_INFINITE)) {
      if (marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR) {
        System.out.println(
            stage
                + " error in "
                + marker.getResource().getName()
                + ": "
                + marker.getAttribute(IMarker.MESSAGE, ""));
      }
    }
    Path from = project.getLocation().toFile().toPath().resolve(".apt_generated");
    Path to = Path.of(System.getProperty("headless.output"), stage);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Override
  public void stop(BundleContext context) {}
}
