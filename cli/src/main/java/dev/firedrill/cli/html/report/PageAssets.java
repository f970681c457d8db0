package dev.firedrill.cli.html.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// Style and script of the page, put together from small files.
///
/// @param style all of the style sheet
/// @param script all of the script
record PageAssets(String style, String script) {
  private static final List<String> STYLES =
      List.of("base", "layout", "controls", "timeline", "chart", "messages", "print");

  /// In the order in which they need each other.
  private static final List<String> SCRIPTS =
      List.of(
          "dom",
          "format",
          "model",
          "view",
          "ticks",
          "paint",
          "tooltip",
          "lane",
          "chart",
          "detail",
          "timeline",
          "zoom",
          "filter",
          "summary",
          "receivers",
          "messages",
          "coverage",
          "parts",
          "noise",
          "sweep",
          "theme",
          "print",
          "main");

  static PageAssets load() throws IOException {
    StringBuilder style = new StringBuilder();
    for (String name : STYLES) {
      style.append(resource(name + ".css"));
    }
    StringBuilder script = new StringBuilder("(function () {\n\"use strict\";\n");
    for (String name : SCRIPTS) {
      script.append(resource(name + ".js"));
    }
    return new PageAssets(style.toString(), script.append("})();\n").toString());
  }

  /// {@return the same with more script at its end}
  PageAssets withScript(String more) {
    int end = script.lastIndexOf("})();");
    return new PageAssets(style, script.substring(0, end) + more + script.substring(end));
  }

  /// Writes the page.
  ///
  /// @param tables HTML of what is told where no script runs
  /// @param data JSON
  void write(Appendable out, String title, String tables, String data) throws IOException {
    String page = resource("page.html");
    // What is filled in may look like a place to fill, so that each is looked for behind the last.
    List<String> places =
        List.of("@title@", "@policy@", "@style@", "@tables@", "@data@", "@script@");
    List<String> contents =
        List.of(HtmlText.escaped(title), policy(), style, tables, HtmlText.embedded(data), script);
    int from = 0;
    for (int i = 0; i < places.size(); i++) {
      int at = page.indexOf(places.get(i), from);
      out.append(page, from, at).append(contents.get(i));
      from = at + places.get(i).length();
    }
    out.append(page, from, page.length());
  }

  private String policy() {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
