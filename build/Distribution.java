import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Puts the distribution together: `cli/target/firedrill` with its launcher, jars and AOT cache, an
/// archive of it, and an archive that brings its own Java runtime. Run by the build on the selected
/// JDK.
///
/// Arguments: the folder of the cli module, the version, the time stamp of all files (so that the
/// same sources give the same archive), and whether archives are wanted.
public final class Distribution {
  /// The same when the cache is made and when it is used, or the JVM rejects it. Picocli looks for
  /// Groovy in all jars, unless told not to.
  private static final String FLAGS =
      "-XX:+UseSerialGC -Xmx4g -Xss8m -XX:-UsePerfData --sun-misc-unsafe-memory-access=allow"
          + " -Dpicocli.disable.closures=true";

  /// Of commands that replay rules.
  private static final String REPLAY_FLAGS =
      "-Xms64m -XX:Tier4BackEdgeThreshold=300000 -XX:Tier4MinInvocationThreshold=50"
          + " -XX:Tier2BackedgeNotifyFreqLog=20";

  private static final List<String> RUNTIME_MODULES =
      List.of("java.base", "java.logging", "java.naming", "jdk.crypto.ec", "jdk.unsupported");

  private final Path module;
  private final Path target;
  private final String version;
  private final FileTime stamp;

  private Distribution(Path module, String version, Instant stamp) {
    this.module = module;
    this.target = module.resolve("target");
    this.version = version;
    this.stamp = FileTime.from(stamp);
  }

  public static void main(String[] args) throws Exception {
    Distribution distribution = new Distribution(Path.of(args[0]), args[1], Instant.parse(args[2]));
    Path home = distribution.target.resolve("firedrill");
    distribution.install(home);
    Files.writeString(home.resolve("lib/jdk"), System.getProperty("java.home") + "\n");
    distribution.train(home, Path.of(System.getProperty("java.home")));
    if (Boolean.parseBoolean(args[3])) {
      distribution.archives();
    }
  }

  /// Takes the rule files out of the pages of checks: between them they make each check speak.
  private static void copyExamples(Path pages, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.walk(pages)) {
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        String name = pages.relativize(page).toString().replace('/', '-').replace(".md", "");
        String[] blocks = Files.readString(page).split("\n```", -1);
        for (int i = 1; i < blocks.length; i += 2) {
          int end = blocks[i].indexOf('\n');
          if (end > 0 && blocks[i].startsWith("yaml") && blocks[i].contains("\ngroups:")) {
            Path copy = target.resolve(name + "-" + i + ".yml");
            Files.writeString(copy, blocks[i].substring(end + 1) + "\n");
          }
        }
      }
    }
  }

  /// Without what depends on the JDK.
  private void install(Path home) throws Exception {
    delete(home);
    Path lib = Files.createDirectories(home.resolve("lib"));
    List<Path> jars = new ArrayList<>(list(target.resolve("distribution-jars")));
    jars.addFirst(target.resolve("firedrill-cli-" + version + ".jar"));
    URLClassLoader loader = new URLClassLoader(urls(jars));
    StartupClasses classes = new StartupClasses(loader);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    StringBuilder classpath = new StringBuilder();
    for (Path jar : jars) {
      Path copy = lib.resolve(jar.getFileName());
      classes.rewrite(jar, copy);
      digest.update(Files.readAllBytes(copy));
      Files.setLastModifiedTime(copy, stamp);
      classpath.append(classpath.isEmpty() ? "" : ":").append("$lib/").append(jar.getFileName());
    }
    String id = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    Path launcher = home.resolve("bin/firedrill");
    Files.createDirectories(launcher.getParent());
    String script = Files.readString(module.resolve("src/dist/bin/firedrill"));
    script = script.replace("@CLASSPATH@", classpath).replace("@ID@", id).replace("@FLAGS@", FLAGS);
    script = script.replace("@REPLAY_FLAGS@", REPLAY_FLAGS);
    Files.writeString(launcher, script);
    launcher.toFile().setExecutable(true, false);
    copy(module.resolve("src/dist/training"), home.resolve("training"));
    copy(module.resolve("src/dist/lib"), lib);
    copy(module.resolveSibling("testdata/training-scheduler"), home.resolve("training/stack"));
    copy(module.resolveSibling("testdata/recorded/training-run"), home.resolve("training/block"));
    copyExamples(module.resolveSibling("docs/checks"), home.resolve("training/checks"));
    loader
        .loadClass("dev.firedrill.cli.ManualPages")
        .getMethod("write", Path.class)
        .invoke(null, home.resolve("share/man"));
    // Where README's links lead, and `rules lint --explain` reads.
    copy(module.resolveSibling("docs"), home.resolve("docs"));
    for (String name : List.of("LICENSE", "README.md", "CHANGELOG.md")) {
      Files.copy(module.resolveSibling(name), home.resolve(name));
    }
  }

  /// Makes the AOT caches by running the most common commands: one for short commands, one for
  /// those of routing, one for the linter, one for those that replay rules, one for the others,
  /// since what is in a cache is set up at every start.
  private void train(Path home, Path jdk) throws IOException, InterruptedException {
    for (String kind : List.of("short", "routes", "lint", "replay", "full")) {
      train(home, jdk, kind);
    }
  }

  private static void train(Path home, Path jdk, String kind)
      throws IOException, InterruptedException {
    Path lib = home.resolve("lib");
    Path cache = lib.resolve(kind + "-" + runtimeVersion(jdk) + ".aot");
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of(FLAGS.split(" ")));
    if (kind.equals("replay")) {
      command.addAll(List.of(REPLAY_FLAGS.split(" ")));
      command.add("-XX:+UnlockDiagnosticVMOptions");
      command.add("-XX:CompilerDirectivesFile=" + lib.resolve("replay-compilation.json"));
    }
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(List.of("-cp", classpath(home), "dev.firedrill.cli.Training"));
    command.addAll(List.of(home.resolve("training").toString(), kind + ".txt"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !Files.exists(cache)) {
      throw new IOException("the AOT cache could not be made:\n" + said);
    }
  }

  /// As the launcher has it.
  private static String classpath(Path home) throws IOException {
    for (String line : Files.readAllLines(home.resolve("bin/firedrill"))) {
      if (line.startsWith("classpath=")) {
        String value = line.substring("classpath=".length());
        return value.replace("$lib", home.resolve("lib").toString());
      }
    }
    throw new IOException("the launcher names no class path");
  }

  private void archives() throws Exception {
    Path plain = target.resolve("archive");
    delete(plain);
    Path home = plain.resolve("firedrill-" + version);
    install(home);
    archive(home, target.resolve("firedrill-" + version + ".tar.gz"));
    String platform = platform();
    Path bundled = plain.resolve("firedrill-" + version + "-" + platform);
    Files.move(home, bundled);
    link(bundled.resolve("jre"));
    train(bundled, bundled.resolve("jre"));
    archive(bundled, target.resolve("firedrill-" + version + "-" + platform + ".tar.gz"));
  }

  private static void link(Path runtime) throws IOException {
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IOException("the selected JDK has no jlink"));
    int status =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            String.join(",", RUNTIME_MODULES),
            "--output",
            runtime.toString(),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--ignore-modified-runtime");
    if (status != 0) {
      throw new IOException("jlink failed with " + status);
    }
  }

  private void archive(Path folder, Path file) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder(
                "tar",
                "-C",
                folder.getParent().toString(),
                "-czf",
                file.toString(),
                folder.getFileName().toString())
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar failed on " + folder);
    }
  }

  /// As the launcher reads it.
  private static String runtimeVersion(Path jdk) throws IOException {
    String version = null;
    for (String line : Files.readAllLines(jdk.resolve("release"))) {
      if (line.startsWith("JAVA_RUNTIME_VERSION=")
          || line.startsWith("JAVA_VERSION=") && version == null) {
        version = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
      }
    }
    if (version == null) {
      throw new IOException(jdk + "/release names no version");
    }
    return version;
  }

  private static String platform() {
    String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
    return os + "-" + machine;
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static URL[] urls(List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
