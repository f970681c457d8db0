package dev.firedrill.cli.git;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Git repository that a working directory is in.
public final class GitRepository {
  private final GitCommand git;
  private final Path root;
  private final String prefix;
  private final boolean shallow;

  private GitRepository(GitCommand git, Path root, String prefix, boolean shallow) {
    this.git = git;
    this.root = root;
    this.prefix = prefix;
    this.shallow = shallow;
  }

  /// {@return the repository}
  /// @throws CommandException when there is none, or no `git`
  public static GitRepository of(Session session) {
    return of(session, "what has changed is asked of Git");
  }

  /// {@return the repository}
  /// @param why what it is needed for
  /// @throws CommandException when there is none, or no `git`
  public static GitRepository of(Session session, String why) {
    Path here = session.directory().toAbsolutePath().normalize();
    GitCommand git = new GitCommand(here, Map.of());
    GitCommand.Outcome outcome =
        git.run("rev-parse", "--is-shallow-repository", "--show-toplevel", "--show-prefix");
    if (!outcome.succeeded()) {
      String reason = outcome.err().lines().findFirst().orElse("").replaceFirst("^fatal: ", "");
      throw new CommandException(why + ", and this is no Git repository: " + reason);
    }
    List<String> lines = outcome.out().lines().toList();
    boolean shallow = lines.getFirst().equals("true");
    String prefix = lines.size() > 2 ? lines.get(2) : "";
    // Git names the root without symbolic links; paths here are as the user sees them.
    Path root = here;
    for (int i = 0; i < prefix.length(); i++) {
      Path parent = root.getParent();
      root = prefix.charAt(i) == '/' && parent != null ? parent : root;
    }
    return new GitRepository(new GitCommand(root, Map.of()), root, prefix, shallow);
  }

  /// {@return the folder that the repository's paths are relative to}
  public Path root() {
    return root;
  }

  /// {@return the folder of hooks: what `core.hooksPath` says, else the one that all worktrees
  ///     share}
  public Path hooks() {
    return root.resolve(git.must("rev-parse", "--git-path", "hooks").line()).normalize();
  }

  /// {@return the working directory relative to the root: empty, or ending in `/`}
  String prefix() {
    return prefix;
  }

  GitCommand git() {
    return git;
  }

  /// {@return the commit at which the current branch left a revision: the last that both have}
  /// @throws CommandException when there is no such revision, or they have nothing in common
  public String mergeBase(String revision) {
    return mergeBase(revision, "HEAD");
  }

  /// {@return the last commit that two revisions have in common}
  /// @throws CommandException when there is no such revision, or they have nothing in common
  public String mergeBase(String one, String other) {
    GitCommand.Outcome outcome = git.run("merge-base", commit(other), commit(one));
    if (!outcome.succeeded()) {
      throw new CommandException(
          shallow
              ? "this clone is shallow: its history ends before "
                  + quoted(other)
                  + " and '"
                  + one
                  + "' meet; "
                  + deepen()
              : quoted(other) + " and '" + one + "' have no commit in common");
    }
    return outcome.line();
  }

  private static String quoted(String revision) {
    return revision.equals("HEAD") ? revision : "'" + revision + "'";
  }

  /// {@return whether a word names a commit}
  public boolean knows(String revision) {
    return !revision.startsWith("-")
        && git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}").succeeded();
  }

  /// {@return the first of some branches that there is}
  /// @param branches those that a change may go to
  /// @throws CommandException when there is none of them
  public String mainBranch(List<String> branches) {
    for (String branch : branches) {
      if (knows(branch)) {
        return branch;
      }
    }
    String none = "there is no main branch to compare with";
    throw new CommandException(
        shallow
            ? none + ": this clone is shallow and may lack it; " + deepen()
            : none + ": give REV");
  }

  /// {@return the first characters of a commit, as many as tell it from others}
  public String brief(String commit) {
    return git.must("rev-parse", "--short", commit).line();
  }

  /// {@return the text of a file as it was at a commit; empty where that has no such file}
  ///
  /// @param path relative to the working directory
  public Optional<String> file(String commit, String path) {
    String inside = Path.of("/" + prefix + path).normalize().toString().substring(1);
    String object = commit + ":" + inside;
    boolean there = git.run("cat-file", "-t", object).line().equals("blob");
    return there ? Optional.of(git.must("cat-file", "blob", object).out()) : Optional.empty();
  }

  /// {@return the commit that a revision names}
  /// @throws CommandException when there is none
  public String commit(String revision) {
    GitCommand.Outcome outcome =
        git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (outcome.succeeded() && !revision.startsWith("-")) {
      return outcome.line();
    }
    if (revision.equals("HEAD")) {
      throw new CommandException("this Git repository has no commit yet to compare with");
    }
    String message = "unknown revision '" + revision + "'";
    throw new CommandException(
        shallow
            ? message + ": this clone is shallow and may lack it; " + deepen()
            : message + ": " + nearest(revision));
  }

  private static String deepen() {
    return "fetch more by `git fetch --unshallow` (GitHub Actions: `fetch-depth: 0`; GitLab: "
        + "`GIT_DEPTH: 0`)";
  }

  private String nearest(String revision) {
    List<String> names =
        git.run("for-each-ref", "--format=%(refname:short)").out().lines().toList();
    for (String name : names) {
      if (name.endsWith("/" + revision)) {
        return "did you mean '" + name + "'?";
      }
    }
    return Spelling.nearest(revision, names)
        .map(name -> "did you mean '" + name + "'?")
        .orElse("give a branch, a tag or a commit, such as origin/main or HEAD~1");
  }
}
