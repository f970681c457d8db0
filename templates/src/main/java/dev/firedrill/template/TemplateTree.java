package dev.firedrill.template;

/// One template: the text itself, or what a `{{define}}` or `{{block}}` in it names.
///
/// @param name what `{{template}}` calls it
/// @param source the text it was read from; all spans are within it
public record TemplateTree(String name, TemplateSource source, Node.Body body) {}
