package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyExceptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "example.com http://example.com true",
        "example.com http://Prom.Example.com:9090 true",
        "example.com http://anexample.com false",
        ".example.com http://example.com false",
        ".example.com http://prom.example.com true",
        "*.example.com https://prom.example.com true",
        "*.example.com https://example.com false",
        "example.com:9090 http://example.com:9090 true",
        "example.com:9090 http://example.com false",
        "example.com:443 https://example.com true",
        "a,.b,c http://x.b true",
        "10.0.0.0/8 http://10.1.2.3 true",
        "10.0.0.0/8 http://11.1.2.3 false",
        "10.0.0.0/8 http://ten.example.com false",
        "10.0.0.0/33 http://10.1.2.3 false",
        "10.1.2.3 http://10.1.2.3:9090 true",
        "10.1.2.3:9090 http://10.1.2.3:9091 false",
        "1.2.3 http://10.1.2.3 false",
        "2001:db8::/32 http://[2001:db8::1] true",
        "[2001:db8::1]:9090 http://[2001:db8::1]:9090 true",
        "[2001:db8::1]:9090 http://[2001:db8::1] false",
        "x http://localhost:9090 true",
        "x http://127.0.0.1 true",
        "x http://[::1]:9090 true",
        "* http://example.com true",
      })
  void readsNamesAndAddressesAsGoDoes(String list, String server, boolean excepted) {
    assertThat(ProxyExceptions.of(list).contains(URI.create(server))).isEqualTo(excepted);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:9090", "http://example.com"})
  void areNoneWhereNothingIsSaid(String server) {
    assertThat(ProxyExceptions.NONE.contains(URI.create(server))).isFalse();
  }
}
