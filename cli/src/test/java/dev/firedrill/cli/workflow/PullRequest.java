package dev.firedrill.cli.workflow;

import dev.firedrill.cli.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A pull request to a repository on a server, and a checkout of it as `actions/checkout` makes
/// one.
final class PullRequest {
  static final String RULES =
      """
      groups:
      - name: workers
        rules:
        - alert: WorkerLost
          expr: worker_connected == 0
          for: 5m
          labels: {severity: critical}
          annotations: {summary: a worker is lost, runbook_url: 'https://example.com/worker'}
      """;

  private final ScratchRepository server;
  private final Path checkout;

  private PullRequest(ScratchRepository server, Path checkout) {
    this.server = server;
    this.checkout = checkout;
  }

  /// {@return a pull request that changes rules below `monitoring/`, to a branch that has gone on}
  ///
  /// @param target the branch that it goes to
  static PullRequest changing(Path folder, String target, String rules) throws IOException {
    ScratchRepository server =
        ScratchRepository.in(Files.createDirectories(folder.resolve("server")));
    server.write("monitoring/rules.yml", RULES);
    server.commit("rules");
    server.git("branch", "-M", target);
    server.git("checkout", "--quiet", "-b", "topic");
    server.write("monitoring/rules.yml", rules);
    server.commit("change");
    server.git("checkout", "--quiet", target);
    server.write("other.txt", "on the target only");
    server.commit("meanwhile");
    server.git("checkout", "--quiet", "--detach");
    server.git("merge", "--quiet", "--no-edit", "topic");
    server.git("update-ref", "refs/pull/1/merge", "HEAD");
    server.git("checkout", "--quiet", target);
    return new PullRequest(server, Files.createDirectories(folder.resolve("workspace")));
  }

  /// {@return a checkout of the merge, detached}
  ///
  /// @param depth of the history; 0 for all, of all branches
  Path checkout(int depth) {
    ScratchRepository clone = ScratchRepository.in(checkout);
    clone.git("remote", "add", "origin", "file://" + server.folder());
    String merge = "+refs/pull/1/merge:refs/remotes/pull/1/merge";
    if (depth == 0) {
      clone.git(
          "fetch", "--quiet", "--prune", "origin", "+refs/heads/*:refs/remotes/origin/*", merge);
    } else {
      clone.git("fetch", "--quiet", "--no-tags", "--prune", "--depth=" + depth, "origin", merge);
    }
    clone.git("checkout", "--quiet", "--force", "refs/remotes/pull/1/merge");
    return checkout;
  }
}
