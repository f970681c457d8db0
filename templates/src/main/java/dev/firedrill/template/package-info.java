/// Go text/template as Prometheus and Alertmanager run it: lexer, parser, tree.
@NullMarked
package dev.firedrill.template;

import org.jspecify.annotations.NullMarked;
