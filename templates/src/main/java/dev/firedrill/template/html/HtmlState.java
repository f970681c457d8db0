package dev.firedrill.template.html;

/// Where in a page a piece of text stands. The names show in Go's messages.
enum HtmlState {
  TEXT("stateText"),
  TAG("stateTag"),
  ATTR_NAME("stateAttrName"),
  AFTER_NAME("stateAfterName"),
  BEFORE_VALUE("stateBeforeValue"),
  HTML_COMMENT("stateHTMLCmt"),
  RCDATA("stateRCDATA"),
  ATTR("stateAttr"),
  URL("stateURL"),
  SRCSET("stateSrcset"),
  JS("stateJS"),
  JS_DOUBLE_QUOTED("stateJSDqStr"),
  JS_SINGLE_QUOTED("stateJSSqStr"),
  JS_TEMPLATE("stateJSTmplLit"),
  JS_REGEXP("stateJSRegexp"),
  JS_BLOCK_COMMENT("stateJSBlockCmt"),
  JS_LINE_COMMENT("stateJSLineCmt"),
  JS_HTML_OPEN_COMMENT("stateJSHTMLOpenCmt"),
  JS_HTML_CLOSE_COMMENT("stateJSHTMLCloseCmt"),
  CSS("stateCSS"),
  CSS_DOUBLE_QUOTED("stateCSSDqStr"),
  CSS_SINGLE_QUOTED("stateCSSSqStr"),
  CSS_DOUBLE_QUOTED_URL("stateCSSDqURL"),
  CSS_SINGLE_QUOTED_URL("stateCSSSqURL"),
  CSS_URL("stateCSSURL"),
  CSS_BLOCK_COMMENT("stateCSSBlockCmt"),
  CSS_LINE_COMMENT("stateCSSLineCmt"),
  ERROR("stateError"),
  DEAD("stateDead");

  private final String goName;

  HtmlState(String goName) {
    this.goName = goName;
  }

  String goName() {
    return goName;
  }

  boolean isComment() {
    return switch (this) {
      case HTML_COMMENT,
          JS_BLOCK_COMMENT,
          JS_LINE_COMMENT,
          JS_HTML_OPEN_COMMENT,
          JS_HTML_CLOSE_COMMENT,
          CSS_BLOCK_COMMENT,
          CSS_LINE_COMMENT ->
          true;
      default -> false;
    };
  }

  /// {@return whether it is a string, template or regular expression of a script}
  boolean isScriptLiteral() {
    return switch (this) {
      case JS_DOUBLE_QUOTED, JS_SINGLE_QUOTED, JS_TEMPLATE, JS_REGEXP -> true;
      default -> false;
    };
  }

  boolean isInTag() {
    return switch (this) {
      case TAG, ATTR_NAME, AFTER_NAME, BEFORE_VALUE, ATTR -> true;
      default -> false;
    };
  }
}
