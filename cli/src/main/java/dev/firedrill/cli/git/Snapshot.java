package dev.firedrill.cli.git;

import dev.firedrill.cli.console.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of a repository as they were at a commit, in a temporary folder, and how the working
/// tree, or another commit, differs from them: files not yet known to Git included, those that it
/// ignores not. The repository, its index too, stays as it is.
public final class Snapshot implements AutoCloseable {
  private static final Pattern HUNK =
      Pattern.compile("^@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.MULTILINE);

  // The mode of the entry that says at which commit a submodule is.
  private static final String SUBMODULE = "160000 ";

  private final GitRepository repository;
  private final String commit;
  private final Path folder;
  private final GitCommand comparing;
  private final List<String> compared;
  private final Map<String, String> renamed = new HashMap<>();
  private final Map<String, String> oldNames = new HashMap<>();

  private Snapshot(GitRepository repository, String commit, @Nullable String other, Path folder) {
    this.repository = repository;
    this.commit = commit;
    this.folder = folder;
    this.compared = other == null ? List.of(commit) : List.of(commit, other);
    this.comparing =
        repository
            .git()
            .with("GIT_INDEX_FILE", index(folder).toString())
            .with("GIT_LITERAL_PATHSPECS", "1");
  }

  /// {@return the files as they were at a commit, compared with those of the working tree}
  public static Snapshot of(GitRepository repository, String commit) throws IOException {
    return of(repository, commit, null);
  }

  /// {@return the files as they were at a commit, compared with those of another}
  ///
  /// @param other the commit that is compared with it; null for the working tree
  public static Snapshot of(GitRepository repository, String commit, @Nullable String other)
      throws IOException {
    Path folder = Files.createTempDirectory("firedrill-").toRealPath();
    Snapshot snapshot = new Snapshot(repository, commit, other, folder);
    try {
      snapshot.checkOut();
      if (other == null) {
        snapshot.announceNew();
      }
      snapshot.compare();
      return snapshot;
    } catch (IOException | RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private static Path index(Path folder) {
    return folder.resolve("index");
  }

  // Large files are left where they are.
  private void checkOut() {
    checkOut(repository.git(), repository.root(), commit, files(), folder.resolve("index-then"));
  }

  // The index of each submodule is another file.
  private static void checkOut(GitCommand plain, Path from, String commit, Path to, Path index) {
    GitCommand git = plain.with("GIT_INDEX_FILE", index.toString());
    git.must("read-tree", commit);
    git.with("GIT_LFS_SKIP_SMUDGE", "1")
        .must("checkout-index", "--all", "--force", "--quiet", "--prefix=" + to + "/");
    int count = 0;
    for (String entry : git.must("ls-files", "--stage", "-z").fields()) {
      if (entry.startsWith(SUBMODULE)) {
        String path = entry.substring(entry.indexOf('\t') + 1);
        String pinned = entry.substring(SUBMODULE.length(), entry.indexOf(' ', SUBMODULE.length()));
        Path module = from.resolve(path);
        GitCommand inside = new GitCommand(module, Map.of());
        // One that was never fetched has no files now either.
        if (Files.exists(module.resolve(".git"))
            && inside.run("cat-file", "-e", pinned + "^{commit}").succeeded()) {
          Path own = index.resolveSibling(index.getFileName() + "-" + count++);
          checkOut(inside, module, pinned, to.resolve(path), own);
        }
      }
    }
  }

  // In a copy of the index, files that are new can be announced: then they take part in the
  // comparison, in the search for renamed files too.
  private void announceNew() throws IOException {
    Path real =
        repository.root().resolve(repository.git().must("rev-parse", "--git-path", "index").line());
    if (Files.exists(real)) {
      // By the time of its index Git tells which files it has to read, as their times say too
      // little.
      Files.copy(real, index(folder), StandardCopyOption.COPY_ATTRIBUTES);
    }
    comparing.must("add", "--all", "--intent-to-add", "--", ".");
  }

  private void compare() {
    List<String> fields =
        difference("--name-status", "-z", "--find-renames", "--no-ext-diff").fields();
    for (int i = 0; i < fields.size(); i++) {
      String status = fields.get(i);
      if (status.startsWith("R")) {
        renamed.put(fields.get(i + 1), fields.get(i + 2));
        oldNames.put(fields.get(i + 2), fields.get(i + 1));
      }
      i += status.startsWith("R") || status.startsWith("C") ? 2 : 1;
    }
  }

  private GitCommand.Outcome difference(String... arguments) {
    return difference(List.of(), arguments);
  }

  private GitCommand.Outcome difference(List<String> paths, String... arguments) {
    List<String> words = new ArrayList<>(List.of("diff"));
    words.addAll(List.of(arguments));
    words.addAll(compared);
    words.add("--");
    words.addAll(paths);
    return comparing.must(words.toArray(new String[0]));
  }

  /// {@return the folder that stands for the root of the repository}
  public Path files() {
    return folder.resolve("files");
  }

  /// {@return a session whose working directory is the one of then; its output leads nowhere and
  ///     its input is empty}
  public Session session(Session now) throws IOException {
    Path here = files().resolve(repository.prefix()).normalize();
    Files.createDirectories(here);
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    return new Session(here, nothing, now.out(), now.err(), false).within(files());
  }

  /// {@return where a path of the working tree was then; other paths as they are}
  public Path then(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(repository.root())
        ? files().resolve(repository.root().relativize(absolute))
        : absolute;
  }

  /// {@return the root of the repository that this is a version of}
  public Path root() {
    return repository.root();
  }

  /// {@return what a file that was called `path` then is called now; relative to the root}
  public String renamed(String path) {
    return renamed.getOrDefault(path, path);
  }

  /// {@return what a file that is called `path` now was called then; relative to the root}
  public String formerly(String path) {
    return oldNames.getOrDefault(path, path);
  }

  /// {@return which lines of a file are new or have changed, counted from 1}
  ///
  /// @param path as it is now, relative to the root
  public BitSet changedLines(String path) {
    GitCommand.Outcome outcome =
        difference(
            List.of(path, formerly(path)),
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--find-renames");
    BitSet lines = new BitSet();
    Matcher hunk = HUNK.matcher(outcome.out());
    while (hunk.find()) {
      int start = Integer.parseInt(hunk.group(1));
      String count = hunk.group(2);
      lines.set(start, start + (count == null ? 1 : Integer.parseInt(count)));
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Deletion());
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
