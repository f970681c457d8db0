package dev.firedrill.fuzz;

import dev.firedrill.labels.Utf8;
import dev.firedrill.testkit.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts of Alertmanager's world to spoil: those of the stacks, and more of what is rare there.
///
/// @param configurations whole files
/// @param matchers lists of them, as they are written in routes and silences
/// @param intervals the parts of configurations that name time intervals
/// @param templates files of notifications' templates, and fields with templates
/// @param ruleTemplates labels and annotations of rules
/// @param routeTests whole files
/// @param scenarios whole files
record AlertmanagerSeeds(
    List<byte[]> configurations,
    List<byte[]> matchers,
    List<byte[]> intervals,
    List<byte[]> templates,
    List<byte[]> ruleTemplates,
    List<byte[]> routeTests,
    List<byte[]> scenarios) {
  private static final Pattern MATCHER = Pattern.compile("(?s)\\{?\\s*[\\w\"]+\\s*(=|!=|=~|!~).*");

  static AlertmanagerSeeds read() {
    List<byte[]> files = Seeds.endingWith(".yml", ".yaml");
    List<byte[]> configurations = having(files, "\nroute:");
    List<byte[]> parts = Parts.of(configurations);
    List<byte[]> ruleParts = Parts.of(Seeds.endingWith("rules.yml", "alerts.yml"));
    return new AlertmanagerSeeds(
        with(configurations, CONFIGURATIONS),
        with(only(parts, text -> MATCHER.matcher(text).matches()), MATCHERS),
        bytes(INTERVALS),
        with(
            Stream.concat(
                    Seeds.endingWith(".tmpl").stream(),
                    only(parts, text -> text.contains("{{")).stream())
                .toList(),
            TEMPLATES),
        with(only(ruleParts, text -> text.contains("{{")), RULE_TEMPLATES),
        having(files, "\n  expect:"),
        having(files, "observed_until:"));
  }

  private static List<byte[]> having(List<byte[]> files, String text) {
    return only(files, file -> file.contains(text));
  }

  private static List<byte[]> only(List<byte[]> texts, Predicate<String> wanted) {
    return texts.stream().filter(text -> wanted.test(Utf8.decode(text))).toList();
  }

  private static List<byte[]> with(List<byte[]> some, List<String> more) {
    List<byte[]> all = new ArrayList<>(some);
    all.addAll(bytes(more));
    return all;
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static final List<String> CONFIGURATIONS =
      List.of(
          """
          global: {resolve_timeout: 5m, smtp_smarthost: 'mail:25', smtp_from: a@b.c}
          route:
            receiver: all
            group_by: ['...']
            group_wait: 1s
            repeat_interval: 1h
            routes:
            - match: {team: ml}
              match_re: {gpu: '[0-7]|a(b|c)*'}
              continue: true
            - matchers: ['severity=~"crit.*|warn"', 'team!=""', "{job='x', a!~`b`}"]
              mute_time_intervals: [night]
              routes: [{receiver: all, group_by: [team], matchers: [a=b, "é=\\"ü\\""]}]
          inhibit_rules:
          - source_matchers: [severity="critical"]
            target_match_re: {severity: "warn.*"}
            equal: [service]
          time_intervals: [{name: night, time_intervals: [{times: [{start_time: '22:00', end_time: '24:00'}]}]}]
          receivers:
          - name: all
            email_configs: [{to: 'a@b.c, d@e.f', headers: {Subject: '{{ .Status }}'}}]
            slack_configs:
            - api_url: http://s
              channel: '#{{ .CommonLabels.severity }}'
              fields: [{title: a, value: '{{ len .Alerts }}', short: true}]
              actions: [{type: button, text: t, url: 'http://{{ .ExternalURL }}'}]
            pagerduty_configs: [{routing_key: k, details: {n: '{{ .Alerts | len }}'}}]
            webhook_configs: [{url: 'http://w', max_alerts: 1}]
            opsgenie_configs: [{api_key: k, responders: [{name: '{{ .Status }}', type: team}]}]
            msteamsv2_configs: [{webhook_url: http://t}]
            jira_configs: [{api_url: http://j, project: P, issue_type: Bug, fields: {a: [1, {b: c}]}}]
          """);

  private static final List<String> MATCHERS =
      List.of(
          "{foo=\"bar\", baz!~'q.*', é=~\"[a-z]{1,3}|x\"}",
          "\"quoted name\"=\"a\\\"b\\n\\u00e9\\x41\", b = c,",
          "a=~\"(a|b)*c{2,5}[^x-z]\\\\d+(?i:z)\"",
          "foo!=bar",
          "{a=\"\"}",
          "a=b,c!=d,e=~f.*,g!~\"h|i\"");

  private static final List<String> INTERVALS =
      List.of(
          """
          time_intervals:
          - name: a
            time_intervals:
            - times: [{start_time: '09:00', end_time: '17:30'}, {start_time: '23:59', end_time: '24:00'}]
              weekdays: ['monday:friday', Sunday]
              days_of_month: ['1:5', '-3:-1', '31']
              months: ['january:march', '12', 'may:8']
              years: ['2026:2030', '2040']
              location: Europe/Paris
          - name: b
            time_intervals: [{}]
          - name: c
            time_intervals: []
          """,
          """
          mute_time_intervals:
          - {name: b, time_intervals: [{months: ['0:99'], location: UTC}]}
          - {name: c, time_intervals: [{years: ['-1:99999'], location: Local}, {days_of_month: ['-31:31']}]}
          time_intervals:
          - {name: a, time_intervals: [{weekdays: [saturday, 'sunday:saturday'], location: 'Asia/Kolkata'}]}
          """);

  private static final List<String> TEMPLATES =
      List.of(
          "{{ define \"slack.default.title\" }}{{ range .Alerts.Firing }}{{"
              + " .Labels.SortedPairs.Values | join \", \" }}{{ else }}none{{ end }}{{ end }}",
          "{{ with $x := .CommonLabels.Remove (stringSlice \"severity\") }}{{ $x.Names }}{{ end"
              + " }}{{ .GroupLabels.SortedPairs }}{{ printf \"%-5q|%v|%#v|%T\" .Status .Alerts 1.5"
              + " nil }}",
          "<a href=\"{{ .ExternalURL }}\" onclick='f({{ .CommonLabels }})' style=\"color:{{ .Status"
              + " }}\">{{ .CommonAnnotations.summary }}</a><script>var x = {{ .Alerts }}; /{{"
              + " .Status }}/</script><!-- {{ .Receiver }} --><style>p{background:url({{"
              + " .ExternalURL }})}</style>",
          "{{ range $i, $a := .Alerts }}{{ if and (gt $i 0) (eq $a.Status \"firing\") }}{{ continue"
              + " }}{{ else if not $i }}{{ break }}{{ end }}{{ $a.StartsAt.Format \"2006-01-02\""
              + " }}{{ end }}",
          "{{ template \"__subject\" . }}{{ template \"email.default.html\" . }}{{ reReplaceAll"
              + " \"(a+)b\" \"$1\" .Status | toUpper | title | trimSpace | safeHtml }}",
          "{{ range 3 }}{{ range 4 }}{{ template \"__alert_severity_prefix\" . }}{{ end }}{{ end"
              + " }}{{ index .CommonLabels \"a\" }}{{ slice .Status 1 3 }}{{ len .Alerts }}{{ since"
              + " (index .Alerts 0).StartsAt | humanizeDuration }}{{ tz \"Europe/Paris\" (index"
              + " .Alerts 0).StartsAt }}{{ date \"Jan 2\" (index .Alerts 0).StartsAt }}",
          "{{- /* c */ -}} {{ `raw` }} {{ 'c' }} {{ 0x1F }} {{ 1e3 }} {{ 2i }} {{ call"
              + " .Alerts.Firing }}{{ block \"b\" . }}{{ . }}{{ end }}{{ js .Status }}{{ html ."
              + " }}{{ urlquery .Receiver }}",
          // What would take all memory.
          "{{ $x := \"ab\" }}{{ range 40 }}{{ $x = printf \"%s%[1]s%999999d\" $x 1 }}{{ end }}{{ $x"
              + " }}",
          "{{ $x := list 1 }}{{ range 40 }}{{ $x = list $x $x }}{{ end }}{{ toJson $x }}{{ $x }}",
          "{{ reReplaceAll \"(((a{100}){100}){100}){100}\" \"b\" .Status }}"
              + "{{ join .ExternalURL .CommonLabels.Names | base64encode | js | urlquery }}");

  private static final List<String> RULE_TEMPLATES =
      List.of(
          "{{ $labels.gpu }} {{ $value | humanize }} {{ humanizePercentage $value }} {{ printf"
              + " \"%.2f\" $value }}{{ range query \"up\" }}{{ .Labels.job }}{{ end }}",
          "{{ with args 1 2 }}{{ .arg0 }}{{ end }}{{ $labels.job | reReplaceAll \"t(.*)\" \"$1\" |"
              + " toUpper }}{{ humanizeTimestamp 1.7e9 }}{{ (toTime $value).Year }}{{ parseDuration"
              + " \"5m\" }}");
}
