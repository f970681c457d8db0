package dev.firedrill.template.html;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the values of attributes are.
final class AttributeKinds {
  /// The kinds.
  enum Kind {
    PLAIN,
    CSS,
    HTML,
    JS,
    URL,
    SRCSET,
    /// Changes what a page does, so that no template may choose its name.
    UNSAFE
  }

  private static final Map<String, Kind> SPECIAL =
      Map.of("srcdoc", Kind.HTML, "srcset", Kind.SRCSET, "style", Kind.CSS, "srclang", Kind.PLAIN);

  private static final Set<String> URLS =
      Set.of(
          "action",
          "archive",
          "background",
          "cite",
          "classid",
          "codebase",
          "data",
          "formaction",
          "href",
          "icon",
          "longdesc",
          "manifest",
          "poster",
          "profile",
          "src",
          "usemap",
          "xmlns");

  private static final Set<String> UNSAFE =
      Set.of(
          "accept-charset",
          "async",
          "challenge",
          "charset",
          "content",
          "crossorigin",
          "defer",
          "enctype",
          "form",
          "formenctype",
          "formmethod",
          "formnovalidate",
          "http-equiv",
          "keytype",
          "language",
          "method",
          "novalidate",
          "pattern",
          "rel",
          "sandbox",
          "type",
          "value");

  private static final Set<String> SCRIPTS =
      Set.of(
          "application/ecmascript",
          "application/javascript",
          "application/json",
          "application/ld+json",
          "application/x-ecmascript",
          "application/x-javascript",
          "module",
          "text/ecmascript",
          "text/javascript",
          "text/javascript1.0",
          "text/javascript1.1",
          "text/javascript1.2",
          "text/javascript1.3",
          "text/javascript1.4",
          "text/javascript1.5",
          "text/jscript",
          "text/livescript",
          "text/x-ecmascript",
          "text/x-javascript");

  private AttributeKinds() {}

  /// {@return the kind of an attribute}
  /// @param attribute its name in small letters
  static Kind of(String attribute) {
    String name = attribute;
    int colon = name.indexOf(':');
    if (name.startsWith("data-")) {
      name = name.substring("data-".length());
    } else if (colon >= 0) {
      if (name.startsWith("xmlns:")) {
        return Kind.URL;
      }
      name = name.substring(colon + 1);
    }
    Kind special = SPECIAL.get(name);
    if (special != null) {
      return special;
    }
    if (URLS.contains(name)) {
      return Kind.URL;
    }
    if (UNSAFE.contains(name)) {
      return Kind.UNSAFE;
    }
    if (name.startsWith("on")) {
      return Kind.JS;
    }
    boolean likeUrl = name.contains("src") || name.contains("uri") || name.contains("url");
    return likeUrl ? Kind.URL : Kind.PLAIN;
  }

  /// {@return whether the `type` of a script says that it is one, or JSON}
  static boolean isScriptType(String type) {
    int parameters = type.indexOf(';');
    String name = parameters < 0 ? type : type.substring(0, parameters);
    return SCRIPTS.contains(name.toLowerCase(Locale.ROOT).strip());
  }
}
