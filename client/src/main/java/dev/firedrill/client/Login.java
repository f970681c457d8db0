package dev.firedrill.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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

  /// By tokens that another server gives out to programs (OAuth 2.0, client credentials).
  ///
  /// @param clientSecret empty for none
  /// @param tokenUrl of the server that gives out tokens
  /// @param scopes what is asked for
  /// @param parameters what else is told to that server, by name
  /// @param tls how its certificate is checked
  /// @param proxy through which it is asked
  record Oauth(
      String clientId,
      Secret clientSecret,
      String tokenUrl,
      List<String> scopes,
      Map<String, String> parameters,
      TlsSettings tls,
      ProxySettings proxy)
      implements Login {
    public Oauth {
      scopes = List.copyOf(scopes);
      parameters = Map.copyOf(parameters);
    }

    /// {@return nothing: the token is not known yet}
    @Override
    public String header() {
      return "";
    }
  }
}
