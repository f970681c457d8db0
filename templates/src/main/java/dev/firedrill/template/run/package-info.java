/// Runs parsed templates on data, with the semantics and messages of Go's text/template.
@NullMarked
package dev.firedrill.template.run;

import org.jspecify.annotations.NullMarked;
