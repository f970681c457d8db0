package dev.firedrill.client;

import java.io.IOException;
import java.io.InputStream;

/// Takes an answer to a remote read.
///
/// @param <T> what becomes of it
@FunctionalInterface
public interface RemoteReader<T> {
  /// Reads an answer; called again with another where one broke off.
  ///
  /// @param contentType tells which of the two forms it has
  /// @throws IOException if it cannot be read, or is not what was asked for
  T read(String contentType, InputStream body) throws IOException;
}
