package dev.firedrill.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Answers that were given in this run. Who asks while the same is being asked waits for that; what
/// failed once fails again.
final class AnswerCache {
  private final ConcurrentHashMap<String, CompletableFuture<Object>> answers =
      new ConcurrentHashMap<>();

  /// {@return the answer to a question, asked now if it never was}
  /// @param type of the answer, which a question always has the same of
  <T> T get(String question, Class<T> type, Supplier<? extends T> ask) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> known = answers.putIfAbsent(question, mine);
    if (known == null) {
      try {
        mine.complete(ask.get());
      } catch (RuntimeException | Error e) {
        mine.completeExceptionally(e);
      }
      known = mine;
    }
    try {
      return type.cast(known.join());
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
