/** XML as the web has it: any encoding, broken, without document types. */
@NullMarked
package io.vedette.ingest.xml;

import org.jspecify.annotations.NullMarked;
