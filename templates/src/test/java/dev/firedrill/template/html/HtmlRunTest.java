package dev.firedrill.template.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.run.RunOptions;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a value in each place of a page; the expectations are those of Go's
/// html/template, run over the same templates.
class HtmlRunTest {
  private static final Value DATA = data();

  private static Value data() {
    Map<String, Value> data = new TreeMap<>();
    data.put("a", Value.of("O'Re<b>&\"/ %20{x}:y"));
    data.put("u", Value.of("javascript:alert(1)"));
    data.put("color", Value.of("red"));
    data.put("html", Value.of("<i title=\"1>2\">hi</i> & more"));
    data.put("l", Value.ofStrings(List.of("x", "<y>")));
    data.put("n", Value.NIL);
    return new Value.Mapping(data, "map[string]interface {}", Value.NIL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      value = {
        "<p>{{.a}}</p> => <p>O&#39;Re&lt;b&gt;&amp;&#34;/ %20{x}:y</p>",
        "<a title={{.a}}> => <a title=O&#39;Re&lt;b&gt;&amp;&#34;/&#32;%20{x}:y>",
        "<a href=\"{{.a}}\"> => <a href=\"O%27Re%3cb%3e&amp;%22/%20%20%7bx%7d:y\">",
        "<a href=\"/?q={{.a}}\"> => <a href=\"/?q=O%27Re%3cb%3e%26%22%2f%20%2520%7bx%7d%3ay\">",
        "<a href=\"{{.u}}\"> => <a href=\"#ZgotmplZ\">",
        "<a href=\"{{.u | safeUrl}}\"> => <a href=\"javascript:alert%281%29\">",
        "<a {{.u}}=x> => <a ZgotmplZ=x>",
        "<img srcset=\"{{.u}}, /b 2x\"> => <img srcset=\"#ZgotmplZ, /b 2x\">",
        "<b onclick=\"f({{.a}})\">"
            + " => <b onclick=\"f(&#34;O&#39;Re\\u003cb\\u003e\\u0026\\&#34;/ %20{x}:y&#34;)\">",
        "<script>f({{.l}}, {{.n}}, {{1.5}})</script>"
            + " => <script>f([\"x\",\"\\u003cy\\u003e\"],  null ,  1.5 )</script>",
        "<script>'{{.a}}'; /{{.a}}/</script>"
            + " => <script>'O\\u0027Re\\u003cb\\u003e\\u0026\\u0022\\/ %20{x}:y';"
            + " /O\\u0027Re\\u003cb\\u003e\\u0026\\u0022\\/ %20\\{x\\}:y/</script>",
        "<script>x /* {{.a}} */ y</script> => <script>x    y</script>",
        "<script>`${ f({{.color}}) }{{.color}}`</script>"
            + " => <script>`${ f(\"red\") }red`</script>",
        "<script type=\"text/x\">{{.color}}</script> => <script type=\"text/x\">red</script>",
        "<style>p{color:{{.color}};a:\"{{.a}}\"}</style> => <style>p{color:red;a:\"O\\27Re\\3c"
            + " b\\3e\\26\\22\\2f  %20\\7bx\\7d\\3ay\"}</style>",
        "<b style=\"color: {{.a}}\"> => <b style=\"color: ZgotmplZ\">",
        "<title>{{.a}}</title> => <title>O&#39;Re&lt;b&gt;&amp;&#34;/ %20{x}:y</title>",
        "<!-- {{.a}} -->a < b => a &lt; b",
        "{{.html | safeHtml}} => <i title=\"1>2\">hi</i> & more",
        "<b title=\"{{.html | safeHtml}}\"> => <b title=\"hi & more\">",
        "{{.a | html}} {{.color | urlquery}} => O&#39;Re&lt;b&gt;&amp;&#34;/ %20{x}:y red",
        "[{{.n}}] => []",
        "{{define \"t\"}}{{.}}{{end}}<b title='{{template \"t\" .a}}'><script>{{template \"t\" .a}}"
            + "</script> => <b title='O&#39;Re&lt;b&gt;&amp;&#34;/ %20{x}:y'>"
            + "<script>\"O'Re\\u003cb\\u003e\\u0026\\\"/ %20{x}:y\"</script>",
        "{{range .l}}<b>{{.}}</b>{{break}}{{else}}<i>{{end}} => <b>x</b>",
      })
  void escapesForThePlace(String template, String output) {
    assertThat(run(template)).isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      value = {
        "{{if .a}}<a{{else}}b{{end}} => html/template::1:5: {{if}} branches end in different"
            + " contexts: {stateTag delimNone urlPartNone jsCtxRegexp attrNone elementNone <nil>},"
            + " {stateText delimNone urlPartNone jsCtxRegexp attrNone elementNone <nil>}",
        "<a href=\" => html/template: ends in a non-text context: {stateURL delimDoubleQuote"
            + " urlPartNone jsCtxRegexp attrURL elementNone <nil>}",
        "<a href=\"x{{if .a}}?q={{end}}{{.a}}\"> => html/template::1:31: {{.a}} appears in an"
            + " ambiguous context within a URL",
        "<a href=\"{{.a | html | print}}\"> => html/template::1:11: predefined escaper \"html\""
            + " disallowed in template",
        "x{{template \"zz\"}} => html/template::1:12: no such template \"zz\"",
        "{{range .l}}<a {{end}} => html/template::1: on range loop re-entry: \"<\" in attribute"
            + " name: \"<a \"",
        "<a b=`x`> => html/template: \"`\" in unquoted attr: \"`x`\"",
        "<a =x> => html/template: expected space, attr name, or end of tag, but got \"=x>\"",
        "<script>{{if .a}}1{{end}}/ => html/template: '/' could start a division or regexp: \"/\"",
        "{{.n.x}} => template: :1:4: executing \"\" at <.n.x>: nil pointer evaluating interface"
            + " {}.x",
      })
  void refusesWhatCannotBeMadeSafe(String template, String message) {
    assertThat(run(template)).isEqualTo(message);
  }

  private static String run(String template) {
    return switch (Templates.parse("", template, Dialect.ALERTMANAGER)) {
      case TemplateResult.Rejected rejected -> rejected.first().text();
      case TemplateResult.Parsed(var set) ->
          switch (HtmlRun.run(set, DATA, RunOptions.alertmanager(Environment.NONE))) {
            case RunResult.Completed completed -> completed.text();
            case RunResult.Failed failed -> failed.message();
          };
    };
  }
}
