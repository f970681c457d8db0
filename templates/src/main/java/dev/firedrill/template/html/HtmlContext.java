package dev.firedrill.template.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a place in a page.
///
/// @param braces open braces of each template literal of a script that the place is in
/// @param error what is wrong; only in [HtmlState#ERROR]
record HtmlContext(
    HtmlState state,
    Delimiter delimiter,
    UrlPart urlPart,
    SlashMeaning slash,
    List<Integer> braces,
    Attribute attribute,
    Element element,
    @Nullable HtmlError error) {

  /// The start of a page.
  static final HtmlContext START = of(HtmlState.TEXT, Element.NONE);

  /// What ends the value of an attribute.
  enum Delimiter {
    NONE("delimNone", ""),
    DOUBLE_QUOTE("delimDoubleQuote", "\""),
    SINGLE_QUOTE("delimSingleQuote", "'"),
    SPACE_OR_TAG_END("delimSpaceOrTagEnd", " \t\n\f\r>");

    final String goName;
    final String ends;

    Delimiter(String goName, String ends) {
      this.goName = goName;
      this.ends = ends;
    }
  }

  /// The part of a URL.
  enum UrlPart {
    NONE("urlPartNone"),
    PRE_QUERY("urlPartPreQuery"),
    QUERY_OR_FRAGMENT("urlPartQueryOrFrag"),
    UNKNOWN("urlPartUnknown");

    final String goName;

    UrlPart(String goName) {
      this.goName = goName;
    }
  }

  /// What a slash in a script would start.
  enum SlashMeaning {
    REGEXP("jsCtxRegexp"),
    DIVISION("jsCtxDivOp"),
    UNKNOWN("jsCtxUnknown");

    final String goName;

    SlashMeaning(String goName) {
      this.goName = goName;
    }
  }

  /// What kind of attribute a name is of.
  enum Attribute {
    NONE("attrNone", HtmlState.ATTR),
    SCRIPT("attrScript", HtmlState.JS),
    SCRIPT_TYPE("attrScriptType", HtmlState.ATTR),
    STYLE("attrStyle", HtmlState.CSS),
    URL("attrURL", HtmlState.URL),
    SRCSET("attrSrcset", HtmlState.SRCSET);

    final String goName;
    final HtmlState start;

    Attribute(String goName, HtmlState start) {
      this.goName = goName;
      this.start = start;
    }
  }

  /// Elements whose content is no HTML.
  enum Element {
    NONE("elementNone", "", HtmlState.TEXT),
    SCRIPT("elementScript", "script", HtmlState.JS),
    STYLE("elementStyle", "style", HtmlState.CSS),
    TEXTAREA("elementTextarea", "textarea", HtmlState.RCDATA),
    TITLE("elementTitle", "title", HtmlState.RCDATA);

    final String goName;
    final String tag;
    final HtmlState content;

    Element(String goName, String tag, HtmlState content) {
      this.goName = goName;
      this.tag = tag;
      this.content = content;
    }

    static Element of(String tag) {
      for (Element element : values()) {
        if (element != NONE && element.tag.equalsIgnoreCase(tag)) {
          return element;
        }
      }
      return NONE;
    }
  }

  static HtmlContext of(HtmlState state, Element element) {
    return new HtmlContext(
        state,
        Delimiter.NONE,
        UrlPart.NONE,
        SlashMeaning.REGEXP,
        List.of(),
        Attribute.NONE,
        element,
        null);
  }

  static HtmlContext failed(HtmlError error) {
    return new HtmlContext(
        HtmlState.ERROR,
        Delimiter.NONE,
        UrlPart.NONE,
        SlashMeaning.REGEXP,
        List.of(),
        Attribute.NONE,
        Element.NONE,
        error);
  }

  boolean is(HtmlState other) {
    return state == other;
  }

  HtmlContext with(HtmlState other) {
    return new HtmlContext(other, delimiter, urlPart, slash, braces, attribute, element, error());
  }

  HtmlContext with(Delimiter other) {
    return new HtmlContext(state, other, urlPart, slash, braces, attribute, element, error());
  }

  HtmlContext with(UrlPart other) {
    return new HtmlContext(state, delimiter, other, slash, braces, attribute, element, error());
  }

  HtmlContext with(SlashMeaning other) {
    return new HtmlContext(state, delimiter, urlPart, other, braces, attribute, element, error());
  }

  HtmlContext with(Attribute other) {
    return new HtmlContext(state, delimiter, urlPart, slash, braces, other, element, error());
  }

  /// {@return this with another number of braces open in the innermost template literal}
  HtmlContext withInnermost(int open) {
    List<Integer> changed = new ArrayList<>(braces);
    changed.set(changed.size() - 1, open);
    return withBraces(changed);
  }

  HtmlContext withBraces(List<Integer> other) {
    return new HtmlContext(
        state, delimiter, urlPart, slash, List.copyOf(other), attribute, element, error());
  }

  /// {@return the name of a template for this place: of one that starts a page, its own}
  String nameFor(String template) {
    if (state == HtmlState.TEXT) {
      return template;
    }
    StringBuilder name =
        new StringBuilder(template).append("$htmltemplate_").append(state.goName());
    name.append(delimiter == Delimiter.NONE ? "" : "_" + delimiter.goName);
    name.append(urlPart == UrlPart.NONE ? "" : "_" + urlPart.goName);
    name.append(slash == SlashMeaning.REGEXP ? "" : "_" + slash.goName);
    name.append(braces.isEmpty() ? "" : "_jsBraceDepth(" + shownBraces() + ")");
    name.append(attribute == Attribute.NONE ? "" : "_" + attribute.goName);
    name.append(element == Element.NONE ? "" : "_" + element.goName);
    return name.toString();
  }

  private String shownBraces() {
    return braces.toString().replace(",", "");
  }

  /// {@return the context as Go's messages show it}
  String shown() {
    return "{"
        + state.goName()
        + " "
        + delimiter.goName
        + " "
        + urlPart.goName
        + " "
        + slash.goName
        + " "
        + (braces.isEmpty() ? "" : shownBraces() + " ")
        + attribute.goName
        + " "
        + element.goName
        + " <nil>}";
  }
}
