/// Escaping by context, as Go's html/template does it: where in HTML, CSS, JavaScript or a URL an
/// action stands decides what its value goes through.
@NullMarked
package dev.firedrill.template.html;

import org.jspecify.annotations.NullMarked;
