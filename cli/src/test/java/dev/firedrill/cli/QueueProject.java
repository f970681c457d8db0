package dev.firedrill.cli;

import java.nio.file.Path;

/// A repository of rules for two queues, with routes and a recording, on a branch `topic` of
/// `main`.
final class QueueProject {
  /// Pages go to the pager, all else to the desk.
  static final String ROUTES =
      """
      route:
        receiver: desk
        routes: [{matchers: [severity="page"], receiver: pager}]
      receivers:
      - {name: desk, webhook_configs: [{url: 'http://desk.example.com'}]}
      - {name: pager, webhook_configs: [{url: 'http://pager.example.com'}]}
      """;

  private QueueProject() {}

  /// {@return the repository}
  ///
  /// @param settings which name `alertmanager.yml`
  /// @param rules in `rules/queues.yml`
  /// @param recording where the recording lies
  static ScratchRepository in(Path folder, String settings, String rules, String recording) {
    ScratchRepository repository = ScratchRepository.in(folder);
    repository.write("rules/queues.yml", rules);
    repository.write("alertmanager.yml", ROUTES);
    repository.write(".firedrill.yml", settings);
    repository.write(recording, recording());
    return repository;
  }

  /// Commits all there is, and goes on on the branch `topic`.
  static void commit(ScratchRepository repository) {
    repository.commit("start");
    repository.git("checkout", "--quiet", "-b", "topic");
  }

  private static String recording() {
    StringBuilder text = new StringBuilder("# TYPE queue_depth gauge\n");
    for (String queue : new String[] {"a 012345678998765432100000", "b 999900000000009999999999"}) {
      for (int minute = 0; minute < 24; minute++) {
        text.append("queue_depth{queue=\"").append(queue.charAt(0)).append("\"} ");
        text.append(queue.charAt(2 + minute)).append(' ').append(minute * 60).append(".0\n");
      }
    }
    return text.append("# EOF\n").toString();
  }
}
