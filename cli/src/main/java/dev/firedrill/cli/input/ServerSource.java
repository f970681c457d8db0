package dev.firedrill.cli.input;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what rules run on.
public interface ServerSource {
  /// {@return what is told about the server of a stack}
  ///
  /// @param own the stack's prometheus.yml; null where there is none
  /// @throws RejectedException when Prometheus would refuse the configuration
  KnownServer told(Session session, @Nullable Path own) throws IOException;

  /// {@return whether a configuration was given, rather than taken from the stack}
  boolean given();

  /// {@return values for `${NAME}` in configurations}
  Map<String, String> variables(Session session) throws IOException;
}
