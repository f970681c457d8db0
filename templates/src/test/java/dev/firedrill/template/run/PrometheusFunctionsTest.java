package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.value.Value;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prometheus's functions by what they write.
class PrometheusFunctionsTest {
  private static final Environment NOON =
      new Environment() {
        @Override
        public long now() {
          return 1_700_000_000_500L;
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "humanize 0.0|0",
        "humanize 999.96|1000",
        "humanize 99999|100k",
        "humanize 1e30|1e+06Y",
        "humanize 0.9999999|1000m",
        "humanize -0.00012|-120u",
        "humanize \"0x10p0\"|16",
        "humanize1024 1023.99|1024",
        "humanize1024 1|1",
        "humanize1024 -2048|-2ki",
        "humanizePercentage 10|1000%",
        "humanizePercentage 0.00001234|0.001234%",
        "humanizeDuration 59.999999|60s",
        "humanizeDuration 899.99|14m 59s",
        "humanizeDuration 90061|1d 1h 1m 1s",
        "humanizeDuration 3600|1h 0m 0s",
        "humanizeDuration -0.5|-500ms",
        "humanizeDuration 1e-10|100ps",
        "humanizeDuration \"NaN\"|NaN",
        "humanizeTimestamp 1700000000.1239|2023-11-14 22:13:20.123 +0000 UTC",
        "humanizeTimestamp \"+Inf\"|+Inf",
        "title \"heLLo foo-bar o'neil 3rd a_b x.y\"|HeLLo Foo-Bar O'neil 3Rd A_b X.y",
        "toUpper \"straße\"|STRAßE",
        "stripPort \"[::1]:2\"|::1",
        "stripPort \"a:b:c\"|a:b:c",
        "stripDomain \"a.b:\"|a",
        "stripDomain \"a.b.c:80\"|a:80",
        "stripDomain \"10.0.0.256:80\"|10:80",
        "stripDomain \"[fe80::1]:80\"|[fe80::1]:80",
        "urlQueryEscape \"a b/ü\"|a+b%2F%C3%BC",
        "reReplaceAll \"(.*):.*\" \"$1\" \"web:80\"|web",
        "reReplaceAll \"a*\" \"x\" \"baaac\"|xbxcx",
        "reReplaceAll \"(?P<n>b)\" \"[${n}$n$1x$$$]\" \"abc\"|a[bb$$]c",
        "reReplaceAll \"é\" \"e\" \"café\"|cafe",
        "match \"^a.c$\" \"abc\"|true",
        "parseDuration \"-1m30s\"|-90",
        "now|1.7000000005e+09",
        "(toTime 0).Format \"Mon Jan _2 15:04:05.000 MST 2006 -07:00 Z07:00\""
            + "|Thu Jan  1 00:00:00.000 UTC 1970 +00:00 Z",
        "(toTime 1700000000).Weekday|Tuesday",
        "toDuration 5400.5|1h30m0.5s",
        "tableLink \"up == 0\"|/graph?g0.expr=up+%3D%3D+0&g0.tab=1"
      })
  void writes(String call, String written) {
    assertThat(expanded(call)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "humanize true|error calling humanize: can't convert bool to float",
        "humanize \"x\"|error calling humanize: strconv.ParseFloat: parsing \"x\": invalid syntax",
        "humanizeTimestamp 1e20|1e+20 cannot be represented as a nanoseconds timestamp since it"
            + " overflows int64",
        "toTime \"NaN\"|error calling toTime: value is NaN or Inf",
        "match \"(\" \"a\"|error calling match: error parsing regexp: missing closing ): `(`",
        "reReplaceAll \"(\" \"\" \"a\"|error calling reReplaceAll: regexp: Compile(`(`): error"
            + " parsing regexp: missing closing ): `(`",
        "parseDuration \"x\"|error calling parseDuration: not a valid duration string: \"x\"",
        "first nil|error calling first: first() called on vector with no elements"
      })
  void fails(String call, String message) {
    assertThat(expanded(call)).startsWith("<error expanding template: ").contains(message);
  }

  private static String expanded(String call) {
    RuleData data = new RuleData(Map.of(), Map.of(), "", Value.of(1));
    return RuleTemplate.of("A", "{{ " + call + " }}").expand(data, NOON).text();
  }
}
