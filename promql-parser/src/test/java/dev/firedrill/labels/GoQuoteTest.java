package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoQuoteTest {
  @Test
  void escapesWhatGoEscapes() {
    assertThat(GoQuote.quote("a\"b\\c'`")).isEqualTo("\"a\\\"b\\\\c'`\"");
    assertThat(GoQuote.quote("\u0007\b\f\n\r\t\u000b")).isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\"");
    assertThat(GoQuote.quote("\u0000\u001f\u007f\u0080")).isEqualTo("\"\\x00\\x1f\\x7f\\u0080\"");
    assertThat(GoQuote.quote("é炬😀")).isEqualTo("\"é炬😀\"");
    assertThat(GoQuote.quote("\u00a0\u00ad\u2028\ue000\ufeff"))
        .isEqualTo("\"\\u00a0\\u00ad\\u2028\\ue000\\ufeff\"");
    assertThat(GoQuote.quote(Character.toString(0x10ffff))).isEqualTo("\"\\U0010ffff\"");
  }

  @Test
  void escapesCharactersYoungerThanGosUnicode() {
    assertThat(GoQuote.quote(Character.toString(0x1fae9))).isEqualTo("\"\\U0001fae9\"");
    assertThat(GoQuote.quote("\u1c89")).isEqualTo("\"\\u1c89\"");
  }

  @Test
  void tellsBytesThatAreNotUtf8FromTheReplacementCharacter() {
    assertThat(GoQuote.quote("a\udcffb\udc80")).isEqualTo("\"a\\xffb\\x80\"");
    assertThat(GoQuote.quote("\ufffd")).isEqualTo("\"\ufffd\"");
  }

  @Test
  void readsEveryKindOfLiteral() {
    assertThat(GoQuote.unquote("\"a'b\"")).isEqualTo("a'b");
    assertThat(GoQuote.unquote("'a\"b'")).isEqualTo("a\"b");
    assertThat(GoQuote.unquote("`a\\n\"'\r\nb`")).isEqualTo("a\\n\"'\r\nb");
    assertThat(GoQuote.unquote("'\\a\\b\\f\\n\\r\\t\\v\\\\\\''"))
        .isEqualTo("\u0007\b\f\n\r\t\u000b\\'");
    assertThat(GoQuote.unquote("\"\\x41\\102\\u70ac\\U0001F600\"")).isEqualTo("AB炬😀");
  }

  @Test
  void joinsEscapedBytesToCharacters() {
    assertThat(GoQuote.unquote("\"\\xc3\\xa9\\360\\237\\230\\200\"")).isEqualTo("é😀");
    assertThat(GoQuote.unquote("\"\\xc3x\\xff\\xe2\\x82\"")).isEqualTo("\udcc3x\udcff\udce2\udc82");
    assertThat(GoQuote.unquote("\"\\xed\\xa0\\x80\\xc0\\x80\""))
        .isEqualTo("\udced\udca0\udc80\udcc0\udc80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "a",
        "\"a",
        "\"a'",
        "\"a\"b\"",
        "\"\\\"",
        "\"\\q\"",
        "\"\\'\"",
        "'\\\"'",
        "\"\\x4\"",
        "\"\\400\"",
        "\"\\08\"",
        "\"\\ud800\"",
        "\"\\U00110000\"",
        "\"\n\"",
        "`a`b`"
      })
  void refusesWhatIsNoLiteral(String literal) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoQuote.unquote(literal))
        .withMessage("invalid syntax");
  }

  @Property
  void readsBackWhatItQuotes(@ForAll String text) {
    String valid =
        text.codePoints()
            .filter(c -> c < 0xd800 || c > 0xdfff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(GoQuote.unquote(GoQuote.quote(valid))).isEqualTo(valid);
  }

  @Test
  void quotesCharacters() {
    assertThat(GoQuote.quoteRune('x')).isEqualTo("'x'");
    assertThat(GoQuote.quoteRune('"')).isEqualTo("'\"'");
    assertThat(GoQuote.quoteRune('\'')).isEqualTo("'\\''");
    assertThat(GoQuote.quoteRune('\n')).isEqualTo("'\\n'");
    assertThat(GoQuote.quoteRune(0xa0)).isEqualTo("'\\u00a0'");
    assertThat(GoQuote.quoteRune(-1)).isEqualTo("'\ufffd'");
    assertThat(GoQuote.quoteRune(0xdc80)).isEqualTo("'\ufffd'");
  }

  @Test
  void namesCharactersByNumber() {
    assertThat(GoQuote.unicode('q')).isEqualTo("U+0071 'q'");
    assertThat(GoQuote.unicode('\n')).isEqualTo("U+000A");
    assertThat(GoQuote.unicode(0x1f600)).isEqualTo("U+1F600 '\ud83d\ude00'");
  }
}
