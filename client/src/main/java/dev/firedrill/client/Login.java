package dev.firedrill.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How a client says who it is.
public sealed interface Login {
  /// {@return the value of the `Authorization` header; empty for none}
  String header();

  /// It does not.
  record None() implements Login {
    @Override
    public String header() {
      return "";
    }
  }

  /// By name and password.
  record Basic(String username, Secret password) implements Login {
    @Override
    public String header() {
      byte[] both = (username + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }
  }

  /// By a token.
  ///
  /// @param type the scheme, mostly `Bearer`
  record Token(String type, Secret credentials) implements Login {
    @Override
    public String header() {
      return type + " " + credentials.value();
    }
  }
}
