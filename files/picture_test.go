package files

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/stretchr/testify/require"
)

// painted is a picture of so many pixels: red above, blue below, and a green left half of the lower part.
func painted(width, height int) *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			colour := color.NRGBA{R: 200, A: 255}
			if y >= height/2 {
				colour = color.NRGBA{B: 200, A: 255}
				if x < width/2 {
					colour = color.NRGBA{G: 200, A: 255}
				}
			}
			picture.SetNRGBA(x, y, colour)
		}
	}
	return picture
}

func jpegOf(t testing.TB, width, height int) []byte {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, jpeg.Encode(&encoded, painted(width, height), nil))
	return encoded.Bytes()
}
