package dev.firedrill.cli.change;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.input.InputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a word such as OLD names: a file, folder or glob of the working tree, a revision (`main`,
/// `HEAD~1`), the last commit that two have in common (`main...topic`), or a path at a revision
/// (`main:rules/`). Of a word that is both a file and a revision, the file is meant.
///
/// @param title the word, as people see it
/// @param commit null for the working tree
/// @param path what of it; empty for what the settings name
public record VersionWord(String title, @Nullable String commit, String path) {
  private static final String RANGE = "...";

  /// The files of the working tree that the settings name.
  private static final VersionWord NOW = new VersionWord("working tree", null, "");

  /// {@return what a word names}
  /// @throws CommandException when it names nothing
  public static VersionWord of(Session session, String word) {
    int colon = word.indexOf(':');
    if (isPath(session, word)) {
      return new VersionWord(word, null, word);
    }
    boolean looksLikeAFile = word.matches("[^:]*\\.(ya?ml|rules|json)");
    GitRepository repository = repository(session, word, looksLikeAFile);
    if (colon > 0) {
      VersionWord version = revision(repository, word.substring(0, colon));
      return new VersionWord(word, version.commit(), normal(word.substring(colon + 1)));
    }
    return word.contains(RANGE)
        ? revision(repository, word)
        : new VersionWord(word, commit(repository, word, looksLikeAFile), "");
  }

  private static String commit(GitRepository repository, String word, boolean looksLikeAFile) {
    if ((looksLikeAFile || word.endsWith("/")) && !repository.knows(word)) {
      throw new CommandException(word + ": no such file or folder, and no revision");
    }
    try {
      return repository.commit(word);
    } catch (CommandException e) {
      throw new CommandException(word + ": no such file or folder; " + e.getMessage(), e);
    }
  }

  /// {@return the two versions that words name, the older first: each word one, or a single one
  /// both: `A...B` what `B` has since it left `A`, `A..B` both, and `A` all up to the working tree}
  /// @throws CommandException when one names nothing
  public static List<VersionWord> pair(Session session, String old, Optional<String> now) {
    if (now.isPresent()) {
      return List.of(of(session, old), of(session, now.get()));
    }
    if (isPath(session, old)) {
      throw new UsageException("compare '" + old + "' with what? give NEW, too");
    }
    int range = old.indexOf(RANGE);
    int dots = old.indexOf("..");
    if (dots < 0) {
      VersionWord word = of(session, old);
      String path = word.path();
      return List.of(word, path.isEmpty() ? NOW : new VersionWord("working tree", null, path));
    }
    String end = old.substring(dots + (range < 0 ? 2 : RANGE.length()));
    String until = end.isEmpty() ? "HEAD" : end;
    String from = dots == 0 ? "HEAD" : old.substring(0, dots);
    GitRepository repository = repository(session, old, false);
    String base = range < 0 ? repository.commit(from) : repository.mergeBase(from, until);
    return List.of(
        new VersionWord(from, base, ""), new VersionWord(until, repository.commit(until), ""));
  }

  /// {@return the two versions of what is going on: all that the current branch has since it left
  /// `A`, the working tree included; or `A...B`}
  /// @throws CommandException when it names nothing
  public static List<VersionWord> since(Session session, String word) {
    if (word.contains("..")) {
      return pair(session, word, Optional.empty());
    }
    GitRepository repository = GitRepository.of(session);
    return List.of(new VersionWord(word, repository.mergeBase(word), ""), NOW);
  }

  private static String normal(String path) {
    String normal = Path.of(path).normalize().toString();
    return normal.isEmpty() && !path.isEmpty() ? "." : normal;
  }

  private static boolean isPath(Session session, String word) {
    boolean glob = word.indexOf(':') < 0 && word.matches(".*[*?\\[].*");
    return word.equals(InputFile.STANDARD_INPUT) || glob || Files.exists(session.resolve(word));
  }

  private static VersionWord revision(GitRepository repository, String word) {
    int range = word.indexOf(RANGE);
    if (range < 0) {
      return new VersionWord(word, repository.commit(word), "");
    }
    String from = range == 0 ? "HEAD" : word.substring(0, range);
    String end = word.substring(range + RANGE.length());
    return new VersionWord(word, repository.mergeBase(from, end.isEmpty() ? "HEAD" : end), "");
  }

  private static GitRepository repository(Session session, String word, boolean file) {
    try {
      return GitRepository.of(session);
    } catch (CommandException e) {
      String missing = word + ": no such file or folder";
      throw new CommandException(file ? missing : missing + "; " + e.getMessage(), e);
    }
  }
}
