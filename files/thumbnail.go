package files

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // formats that pictures come in
	"image/jpeg"
	_ "image/png"
	"io"
	"os"

	_ "golang.org/x/image/webp"
)

const (
	// drawnAtOnce bounds how many pictures are in memory.
	drawnAtOnce = 1
	// mostPixels and mostMemory bound what is read of one. A photo of 24 megapixels takes 72 MB.
	mostPixels = 40_000_000
	mostMemory = 200 << 20 // bytes
	// quality is that of the JPEGs.
	quality = 82
)

func thumbnailKey(sha string, side Variant) string { return fmt.Sprintf("%s-%d.jpg", sha, side) }

// Thumbnail gives a picture made smaller, as a JPEG of which neither side is longer than asked for: upright, on
// white, without anything that the original tells of place, time and camera. It is made when it is first asked for,
// and kept. It fails with ErrMissing, ErrNoPicture or ErrPictureTooLarge.
func (s *Storage) Thumbnail(ctx context.Context, sha string, side Variant) (io.ReadSeekCloser, int64, error) {
	if !isSHA256.MatchString(sha) {
		return nil, 0, ErrMissing
	}
	key := thumbnailKey(sha, side)
	kept, size, err := s.open(ctx, key)
	if !errors.Is(err, ErrMissing) {
		return kept, size, err
	}
	// Those who ask for the same wait for one; whose patience ends gives up the place, not the work.
	making := s.thumbnails.DoChan(key, func() (any, error) {
		return nil, s.makeThumbnail(context.WithoutCancel(ctx), sha, side)
	})
	select {
	case made := <-making:
		if made.Err != nil {
			return nil, 0, made.Err
		}
		return s.open(ctx, key)
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
}

func (s *Storage) makeThumbnail(ctx context.Context, sha string, side Variant) error {
	s.drawing <- struct{}{}
	defer func() { <-s.drawing }()
	drawn, err := s.drawOriginal(ctx, sha, side)
	if err != nil {
		return err
	}
	return s.keepThumbnail(ctx, sha, side, drawn)
}

func (s *Storage) drawOriginal(ctx context.Context, sha string, side Variant) (drawn image.Image, err error) {
	original, _, err := s.open(ctx, sha)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, original.Close()) }()
	return drawSmall(original, int(side))
}

// keepThumbnail leaves nothing of an original that was deleted meanwhile, and fails with ErrMissing then.
func (s *Storage) keepThumbnail(ctx context.Context, sha string, side Variant, drawn image.Image) error {
	spool, err := s.objects.spool()
	if err != nil {
		return fmt.Errorf("make a temporary file: %w", err)
	}
	defer discard(spool)
	size, err := writeJPEG(spool, drawn)
	if err != nil {
		return fmt.Errorf("write a thumbnail: %w", err)
	}
	key := thumbnailKey(sha, side)
	if err := s.keep(ctx, key, spool, size); err != nil {
		return err
	}
	switch has, err := s.objects.has(ctx, sha); {
	case err != nil:
		return fmt.Errorf("look for a file: %w", err)
	case !has:
		return errors.Join(ErrMissing, s.objects.delete(ctx, key))
	}
	return nil
}

func writeJPEG(to *os.File, picture image.Image) (size int64, err error) {
	buffered := bufio.NewWriter(to)
	if err := jpeg.Encode(buffered, picture, &jpeg.Options{Quality: quality}); err != nil {
		return 0, err
	}
	if err := buffered.Flush(); err != nil {
		return 0, err
	}
	return to.Seek(0, io.SeekCurrent)
}

// drawSmall reads a picture and makes it smaller. How large it is is known before it is read.
func drawSmall(from io.ReadSeeker, side int) (image.Image, error) {
	config, format, err := image.DecodeConfig(bufio.NewReader(from))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	facts := jpegFacts{orientation: 1}
	if format == "jpeg" {
		if err := rewind(from); err != nil {
			return nil, err
		}
		facts = readJPEGFacts(bufio.NewReader(from))
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels <= 0 || pixels > mostPixels || pixels*bytesOfPixel(config.ColorModel, facts.progressive) > mostMemory {
		return nil, fmt.Errorf("%w: %d by %d", ErrPictureTooLarge, config.Width, config.Height)
	}
	if err := rewind(from); err != nil {
		return nil, err
	}
	picture, _, err := image.Decode(bufio.NewReader(from))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	return upright(shrink(picture, side), facts.orientation), nil
}

func rewind(from io.Seeker) error {
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read a picture: %w", err)
	}
	return nil
}

// bytesOfPixel is how much memory a pixel takes at most while the picture is read.
func bytesOfPixel(model color.Model, progressive bool) int64 {
	const coefficients = 12 // four bytes for each of three colours
	size := int64(4)
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		size = 8
	case color.YCbCrModel:
		size = 3
	}
	if progressive {
		size += coefficients
	}
	return size
}
