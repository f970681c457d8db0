package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.report.SentMessages;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one version words what it sends.
///
/// @param messages renders it
/// @param texts the configuration and the templates, as they are written
public record Wording(SentMessages messages, List<String> texts) {
  public Wording {
    texts = List.copyOf(texts);
  }

  /// {@return the wording of a configuration}
  ///
  /// @param session by which files beside it are read
  /// @param stack that it belongs to; null for none
  /// @throws RejectedException when Alertmanager would refuse one of the templates
  public static Wording of(Session session, AlertmanagerConfig config, @Nullable StackFiles stack)
      throws IOException {
    NotificationTemplateFiles files = new NotificationTemplateFiles(session);
    if (stack == null) {
      files.add(config);
    } else {
      files.add(config, stack);
    }
    List<String> texts = new ArrayList<>(List.of(config.source().text()));
    files.sources().files().stream().map(SourceFile::text).forEach(texts::add);
    return new Wording(SentMessages.of(config, files.templates()), texts);
  }

  /// {@return whether both versions word the same alike}
  static boolean isSame(@Nullable Wording one, @Nullable Wording other) {
    return one == null || other == null || one.texts().equals(other.texts());
  }
}
