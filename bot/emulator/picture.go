package emulator

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the formats that a photo may have
	"image/jpeg"
	"image/png"
	"math"
	"sync"
)

// picture is a photo in the sizes that Telegram makes of it, the largest last.
type picture struct{ sizes []pictureSize }

type pictureSize struct {
	name, mime    string
	content       []byte
	width, height int
}

// photoSides are the longest sides of the sizes below the picture itself, and maxPhotoSide that of the largest.
var photoSides = []int{90, 320, 800, 1280}

const maxPhotoSide = 2560

// Telegram's rules for pictures that are sent as photos: https://core.telegram.org/bots/api#sendphoto.
const (
	maxPhotoSum   = 10_000 // width and height together
	maxPhotoRatio = 20
)

// readPicture makes the sizes of a picture as it was uploaded, or refuses it as Telegram does.
func readPicture(name string, content []byte) (picture, error) {
	config, format, err := checkPicture(content)
	if err != nil {
		return picture{}, err
	}
	original, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return picture{}, badRequest("IMAGE_PROCESS_FAILED")
	}
	var p picture
	longest := max(config.Width, config.Height)
	for _, side := range photoSides {
		if side < longest {
			p.sizes = append(p.sizes, scaled(original, side))
		}
	}
	if longest > maxPhotoSide {
		p.sizes = append(p.sizes, scaled(original, maxPhotoSide))
	} else {
		p.sizes = append(p.sizes, pictureSize{name, "image/" + format, content, config.Width, config.Height})
	}
	return p, nil
}

// checkPicture reads the head of a picture and refuses what cannot be a photo.
func checkPicture(content []byte) (config image.Config, format string, err error) {
	config, format, err = image.DecodeConfig(bytes.NewReader(content))
	w, h := config.Width, config.Height
	switch {
	case err != nil:
		err = badRequest("IMAGE_PROCESS_FAILED")
	case w+h > maxPhotoSum || w > h*maxPhotoRatio || h > w*maxPhotoRatio:
		err = badRequest("PHOTO_INVALID_DIMENSIONS")
	}
	return config, format, err
}

// scaled is the picture with that longest side, as the JPEG that all photos at Telegram are.
func scaled(original image.Image, side int) pictureSize {
	bounds := original.Bounds()
	factor := float64(side) / float64(max(bounds.Dx(), bounds.Dy()))
	w := max(1, int(math.Round(float64(bounds.Dx())*factor)))
	h := max(1, int(math.Round(float64(bounds.Dy())*factor)))
	small := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			small.Set(x, y, original.At(bounds.Min.X+x*bounds.Dx()/w, bounds.Min.Y+y*bounds.Dy()/h))
		}
	}
	var encoded bytes.Buffer
	if err := jpeg.Encode(&encoded, small, nil); err != nil {
		panic(fmt.Sprintf("emulator: encode a photo: %v", err)) // a buffer takes anything
	}
	return pictureSize{"photo.jpg", "image/jpeg", encoded.Bytes(), w, h}
}

const sampleWidth, sampleHeight = 240, 160

// samplePhoto is a picture of a sky over a field, so that the chat page has something to show.
var samplePhoto = sync.OnceValue(func() []byte {
	sky := image.NewRGBA(image.Rect(0, 0, sampleWidth, sampleHeight))
	for y := range sampleHeight {
		shade := color.RGBA{uint8(110 + y), uint8(170 + y/2), 235, 255}
		if y > sampleHeight*2/3 {
			shade = color.RGBA{uint8(60 + y/4), uint8(120 + y/3), 70, 255}
		}
		for x := range sampleWidth {
			sky.SetRGBA(x, y, shade)
		}
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, sky); err != nil {
		panic(fmt.Sprintf("emulator: encode sample photo: %v", err)) // a buffer takes anything
	}
	return encoded.Bytes()
})
