package dev.firedrill.template.html;

import dev.firedrill.template.function.Functions;
import dev.firedrill.template.function.TemplateFunction;
import dev.firedrill.template.value.GoPrint;
import dev.firedrill.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The functions that escape, by the names that Go's messages show.
final class HtmlFunctions {
  static final String PREFIX = "_html_template_";
  static final String ARGUMENTS = "_eval_args_";

  private static final String HTML = "template.HTML";
  private static final String URL = "template.URL";

  private static final List<TemplateFunction> ALL =
      List.of(
          escaper("attrescaper", a -> attribute(text(a), is(a, HTML))),
          escaper("commentescaper", a -> ""),
          escaper("cssescaper", a -> CssText.string(text(a))),
          escaper("cssvaluefilter", a -> CssText.value(text(a))),
          escaper("htmlnamefilter", a -> HtmlText.name(text(a))),
          escaper("htmlescaper", a -> is(a, HTML) ? text(a) : HtmlText.escaped(text(a), false)),
          escaper("jsregexpescaper", a -> JsText.regexp(text(a))),
          escaper("jsstrescaper", a -> JsText.string(text(a))),
          escaper("jstmpllitescaper", a -> JsText.template(text(a))),
          escaper("jsvalescaper", JsText::value),
          escaper("nospaceescaper", a -> withoutSpaces(text(a), is(a, HTML))),
          escaper("rcdataescaper", a -> HtmlText.escaped(text(a), is(a, HTML))),
          escaper("srcsetescaper", a -> sourceSet(text(a), is(a, URL))),
          escaper("urlescaper", a -> UrlText.escaped(text(a), is(a, URL))),
          escaper("urlfilter", a -> filtered(text(a), is(a, URL))),
          escaper("urlnormalizer", a -> UrlText.escaped(text(a), true)),
          TemplateFunction.variadic(ARGUMENTS, (e, a) -> Value.of(text(a)), TemplateFunction.ANY));

  private HtmlFunctions() {}

  /// {@return functions and those that escape}
  static Functions with(Functions functions) {
    return functions.and(ALL);
  }

  private static TemplateFunction escaper(String name, Function<List<Value>, String> escaper) {
    return TemplateFunction.variadic(
        PREFIX + name, (e, a) -> Value.of(escaper.apply(a)), TemplateFunction.ANY);
  }

  /// {@return arguments as `print` shows them; nothing is left out}
  private static String text(List<Value> arguments) {
    if (arguments.size() == 1 && arguments.getFirst() instanceof Value.Text text) {
      return text.value();
    }
    List<Value> shown = new ArrayList<>();
    for (Value argument : arguments) {
      if (!(argument instanceof Value.Missing) && !argument.equals(Value.NIL)) {
        shown.add(GoPrint.dereferenced(argument));
      }
    }
    return GoPrint.print(shown);
  }

  private static boolean is(List<Value> arguments, String type) {
    return arguments.size() == 1 && arguments.getFirst().type().equals(type);
  }

  private static String attribute(String text, boolean html) {
    return html
        ? HtmlText.escaped(HtmlText.withoutTags(text), true)
        : HtmlText.escaped(text, false);
  }

  private static String withoutSpaces(String text, boolean html) {
    if (text.isEmpty()) {
      return HtmlText.UNSAFE;
    }
    return html
        ? HtmlText.withoutSpaces(HtmlText.withoutTags(text), true)
        : HtmlText.withoutSpaces(text, false);
  }

  private static String sourceSet(String text, boolean url) {
    return url ? UrlText.escaped(text, true).replace(",", "%2c") : UrlText.sourceSet(text);
  }

  private static String filtered(String text, boolean url) {
    return url || UrlText.isSafe(text) ? text : "#" + HtmlText.UNSAFE;
  }
}
