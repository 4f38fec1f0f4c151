#pragma once
#include <zlib.h>

// `inflateInit2` and `deflateInit2` are macros, which Swift does not import. 31 is the largest window (15) with gzip's
// header and trailer (16).
static inline int understudy_inflate_init_gzip(z_stream *stream) {
  return inflateInit2(stream, 31);
}

// The same with either header, gzip's or zlib's (32).
static inline int understudy_inflate_init_any(z_stream *stream) {
  return inflateInit2(stream, 47);
}

static inline int understudy_deflate_init_gzip(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}

// `inflateInit` and `deflateInit` are macros, too.
static inline int understudy_inflate_init(z_stream *stream) {
  return inflateInit(stream);
}

static inline int understudy_deflate_init(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 12, 5, Z_DEFAULT_STRATEGY);
}
