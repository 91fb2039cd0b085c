package files

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func decoded(t testing.TB, content []byte) image.Image {
	t.Helper()
	picture, err := jpeg.Decode(bytes.NewReader(content))
	require.NoError(t, err)
	return picture
}

// nearly compares colours as far as JPEG keeps them.
func nearly(t testing.TB, want color.Color, got color.Color, about string) {
	t.Helper()
	r, g, b, _ := want.RGBA()
	r2, g2, b2, _ := got.RGBA()
	for _, pair := range [][2]uint32{{r, r2}, {g, g2}, {b, b2}} {
		require.InDelta(t, pair[0]>>8, pair[1]>>8, 24, "%s: want %v, got %v", about, want, got)
	}
}

var (
	red   = color.NRGBA{R: 200, A: 255}
	green = color.NRGBA{G: 200, A: 255}
	blue  = color.NRGBA{B: 200, A: 255}
)

func TestAThumbnailIsThePictureMadeSmaller(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		for original, sizes := range map[image.Point][2]image.Point{
			{3000, 1500}: {{320, 160}, {1280, 640}},
			{700, 1400}:  {{160, 320}, {640, 1280}},
			{400, 300}:   {{320, 240}, {400, 300}}, // none is made larger
			{4000, 4}:    {{320, 1}, {1280, 1}},
			{1, 1}:       {{1, 1}, {1, 1}},
		} {
			kept := s.put(t, jpegOf(t, original.X, original.Y))
			for i, side := range []Variant{Small, Large} {
				small := decoded(t, s.thumbnail(t, kept.SHA256, side))
				require.Equal(t, sizes[i], small.Bounds().Size(), "%v at %d", original, side)
				if original.Y >= 300 {
					width, height := sizes[i].X, sizes[i].Y
					nearly(t, red, small.At(width/2, height/4), "above")
					nearly(t, green, small.At(width/4, height*3/4), "left")
					nearly(t, blue, small.At(width*3/4, height*3/4), "right")
				}
			}
			require.Contains(t, s.keys(), kept.SHA256+"-320.jpg")
		}
	})
}

func TestAThumbnailIsMadeOfEachFormatOnWhite(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	transparent := painted(400, 300)
	for y := range 150 {
		for x := range 400 {
			transparent.SetNRGBA(x, y, color.NRGBA{})
		}
	}
	var encoded bytes.Buffer
	require.NoError(t, png.Encode(&encoded, transparent))
	small := decoded(t, s.thumbnail(t, s.put(t, encoded.Bytes()).SHA256, Small))
	nearly(t, color.White, small.At(160, 60), "PNG")
	nearly(t, green, small.At(80, 180), "PNG")

	encoded.Reset()
	palette := color.Palette{red, blue}
	first, second := image.NewPaletted(image.Rect(0, 0, 400, 300), palette), image.NewPaletted(image.Rect(0, 0, 400, 300), palette)
	for i := range second.Pix {
		second.Pix[i] = 1
	}
	require.NoError(t, gif.EncodeAll(&encoded, &gif.GIF{Image: []*image.Paletted{first, second}, Delay: []int{1, 1}}))
	nearly(t, red, decoded(t, s.thumbnail(t, s.put(t, encoded.Bytes()).SHA256, Small)).At(160, 120), "GIF")

	// One pixel of a lossless WebP, half of it seen through.
	webp, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	require.NoError(t, err)
	require.Equal(t, image.Pt(1, 1), decoded(t, s.thumbnail(t, s.put(t, webp).SHA256, Small)).Bounds().Size())
}

// located puts EXIF into a JPEG: an orientation, and a place.
func located(content []byte, orientation uint16) []byte {
	order := binary.BigEndian
	tiff := []byte("MM\x00*\x00\x00\x00\x08")
	tiff = order.AppendUint16(tiff, 2)
	entry := func(tag, kind uint16, count uint32, value uint32) {
		tiff = order.AppendUint16(order.AppendUint16(tiff, tag), kind)
		tiff = order.AppendUint32(order.AppendUint32(tiff, count), value)
	}
	entry(0x0112, 3, 1, uint32(orientation)<<16)
	entry(0x8825, 4, 1, 38) // the directory of the position, after this one
	tiff = order.AppendUint32(tiff, 0)
	tiff = order.AppendUint16(tiff, 1)
	entry(0x0001, 2, 2, uint32('N')<<24)
	tiff = append(tiff, "55.7558N 37.6173E"...)
	segment := append([]byte("Exif\x00\x00"), tiff...)
	made := append([]byte{0xff, 0xd8, 0xff, 0xe1}, order.AppendUint16(nil, uint16(len(segment)+2))...)
	return append(append(made, segment...), content[2:]...)
}

func TestAThumbnailIsUprightAndTellsNoPlace(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	// Where the corners of the picture are that is red above, green below to the left, and blue to the right.
	upperLeft, upperRight, lowerLeft, lowerRight := [2]int{1, 1}, [2]int{3, 1}, [2]int{1, 3}, [2]int{3, 3}
	for orientation, corners := range map[uint16]struct {
		green, blue [2]int
		lies        bool
	}{
		1: {lowerLeft, lowerRight, false},
		2: {lowerRight, lowerLeft, false},
		3: {upperRight, upperLeft, false},
		4: {upperLeft, upperRight, false},
		5: {upperRight, lowerRight, true},
		6: {upperLeft, lowerLeft, true},
		7: {lowerLeft, upperLeft, true},
		8: {lowerRight, upperRight, true},
	} {
		original := located(jpegOf(t, 800, 600), orientation)
		kept := s.put(t, original)
		require.Equal(t, "image/jpeg", kept.MIME)
		for _, side := range []Variant{Small, Large} {
			content := s.thumbnail(t, kept.SHA256, side)
			small := decoded(t, content)
			size := small.Bounds().Size()
			require.Equal(t, corners.lies, size.Y > size.X, "orientation %d: %v", orientation, size)
			at := func(corner [2]int) color.Color { return small.At(size.X*corner[0]/4, size.Y*corner[1]/4) }
			nearly(t, green, at(corners.green), "green")
			nearly(t, blue, at(corners.blue), "blue")
			require.NotContains(t, string(content), "55.7558N")
			require.NotContains(t, string(content), "Exif")
		}
		require.Contains(t, string(s.get(t, kept.SHA256)), "55.7558N", "the original stays as it came")
	}
}

// pngOf is a PNG of one colour and so many pixels, which is small however many these are.
func pngOf(width, height uint32) []byte {
	chunk := func(kind string, content []byte) []byte {
		made := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
		named := append([]byte(kind), content...)
		return binary.BigEndian.AppendUint32(append(made, named...), crc32.ChecksumIEEE(named))
	}
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	header = append(header, 8, 2, 0, 0, 0) // three bytes a pixel
	var packed bytes.Buffer
	packing, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	row := make([]byte, 1+3*width)
	for range height {
		_, _ = packing.Write(row)
	}
	_ = packing.Close()
	made := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", header)...)
	return append(append(made, chunk("IDAT", packed.Bytes())...), chunk("IEND", nil)...)
}

func TestAPictureOfTooManyPixelsIsNotRead(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	progressive := bytes.Replace(jpegOf(t, 64, 64), []byte{0xff, 0xc0}, []byte{0xff, 0xc2}, 1)
	frame := bytes.Index(progressive, []byte{0xff, 0xc2})
	binary.BigEndian.PutUint16(progressive[frame+5:], 4000)
	binary.BigEndian.PutUint16(progressive[frame+7:], 5000)
	gigantic := pngOf(1, 1)
	binary.BigEndian.PutUint32(gigantic[16:], 1<<31-1)
	binary.BigEndian.PutUint32(gigantic[20:], 1<<31-1)
	binary.BigEndian.PutUint32(gigantic[29:], crc32.ChecksumIEEE(gigantic[12:29]))
	for name, content := range map[string][]byte{
		"PNG of 10,000 by 10,000":          pngOf(10_000, 10_000),
		"PNG of 2 by 20,000,001":           pngOf(2, 20_000_001),
		"progressive JPEG of 4000 by 5000": progressive,
	} {
		require.Less(t, len(content), 1<<20, name)
		_, _, err := s.Thumbnail(t.Context(), s.put(t, content).SHA256, Small)
		require.ErrorIs(t, err, ErrPictureTooLarge, name)
	}
	_, _, err := s.Thumbnail(t.Context(), s.put(t, gigantic).SHA256, Small)
	require.Error(t, err)
	require.Equal(t, image.Pt(1, 320), decoded(t, s.thumbnail(t, s.put(t, pngOf(2, 700)).SHA256, Small)).Bounds().Size())
}

func TestWhatIsNoPictureHasNoThumbnail(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	whole := jpegOf(t, 400, 300)
	for name, content := range map[string][]byte{
		"text": []byte("hello"), "nothing but the beginning": whole[:20], "half": whole[:len(whole)/2],
		"GIF without a frame": []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
	} {
		kept := s.put(t, content)
		for range 2 {
			_, _, err := s.Thumbnail(t.Context(), kept.SHA256, Small)
			require.ErrorIs(t, err, ErrNoPicture, name)
		}
	}
}

func TestManyAskForAThumbnailAndSomeDoNotWait(t *testing.T) {
	t.Parallel()
	s := openFolder(t)
	kept := s.put(t, jpegOf(t, 1000, 1000))
	impatient, cancel := context.WithCancel(t.Context())
	cancel()
	s.drawing <- struct{}{} // somebody else's is drawn
	_, _, err := s.Thumbnail(impatient, kept.SHA256, Small)
	require.ErrorIs(t, err, context.Canceled)
	var asking sync.WaitGroup
	for range 16 {
		asking.Go(func() {
			content, _, err := s.Thumbnail(t.Context(), kept.SHA256, Small)
			if err != nil {
				t.Error(err)
				return
			}
			_, err = io.Copy(io.Discard, content)
			if err != nil {
				t.Error(err)
			}
			_ = content.Close()
		})
	}
	<-s.drawing
	asking.Wait()
}

func TestNothingIsLeftOfAnOriginalThatIsDeletedWhileItIsDrawn(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, s opened) {
		kept := s.put(t, jpegOf(t, 100, 100))
		content, _, err := s.objects.open(t.Context(), kept.SHA256)
		require.NoError(t, err)
		require.NoError(t, content.Close())
		picture, err := s.drawOriginal(t.Context(), kept.SHA256, Small)
		require.NoError(t, err)
		require.NoError(t, s.Delete(t.Context(), kept.SHA256))
		require.ErrorIs(t, s.keepThumbnail(t.Context(), kept.SHA256, Small, picture), ErrMissing)
		require.Empty(t, s.keys())
	})
}

func FuzzThumbnail(f *testing.F) {
	f.Add(located(jpegOf(f, 20, 10), 6))
	f.Add(pngOf(3, 3))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, content []byte) {
		picture, err := drawSmall(bytes.NewReader(content), 8)
		if err == nil && max(picture.Bounds().Dx(), picture.Bounds().Dy()) > 8 {
			t.Fatal("not made smaller", picture.Bounds())
		}
	})
}
