package dev.firedrill.template.html;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Character references of HTML, as far as a character that they stand for can mean anything in a
/// URL, a script or a style sheet.
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#([0-9]{1,8})|#[xX]([0-9a-fA-F]{1,7})|([a-zA-Z]+));?");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("AMP", "&"),
          Map.entry("GT", ">"),
          Map.entry("Hat", "^"),
          Map.entry("LT", "<"),
          Map.entry("NewLine", "\n"),
          Map.entry("QUOT", "\""),
          Map.entry("Tab", "\t"),
          Map.entry("amp", "&"),
          Map.entry("apos", "'"),
          Map.entry("ast", "*"),
          Map.entry("bsol", "\\"),
          Map.entry("colon", ":"),
          Map.entry("comma", ","),
          Map.entry("commat", "@"),
          Map.entry("dollar", "$"),
          Map.entry("equals", "="),
          Map.entry("excl", "!"),
          Map.entry("grave", "`"),
          Map.entry("gt", ">"),
          Map.entry("lbrace", "{"),
          Map.entry("lbrack", "["),
          Map.entry("lcub", "{"),
          Map.entry("lowbar", "_"),
          Map.entry("lpar", "("),
          Map.entry("lsqb", "["),
          Map.entry("lt", "<"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("num", "#"),
          Map.entry("percnt", "%"),
          Map.entry("period", "."),
          Map.entry("plus", "+"),
          Map.entry("quest", "?"),
          Map.entry("quot", "\""),
          Map.entry("rbrace", "}"),
          Map.entry("rbrack", "]"),
          Map.entry("rcub", "}"),
          Map.entry("rpar", ")"),
          Map.entry("rsqb", "]"),
          Map.entry("semi", ";"),
          Map.entry("sol", "/"),
          Map.entry("verbar", "|"),
          Map.entry("vert", "|"));

  private HtmlEntities() {}

  static String decoded(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      reference.appendReplacement(out, Matcher.quoteReplacement(character(reference)));
    }
    return reference.appendTail(out).toString();
  }

  private static String character(Matcher reference) {
    String decimal = reference.group(1);
    String hexadecimal = reference.group(2);
    if (decimal != null) {
      return character(Integer.parseInt(decimal));
    }
    if (hexadecimal != null) {
      return character(Integer.parseInt(hexadecimal, 16));
    }
    return NAMES.getOrDefault(reference.group(3), reference.group());
  }

  private static String character(int code) {
    boolean valid =
        code > 0
            && code <= Character.MAX_CODE_POINT
            && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    return valid ? Character.toString(code) : "\ufffd";
  }
}
