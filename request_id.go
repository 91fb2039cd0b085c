package main

import (
	"regexp"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// safeRequestID is what a proxy's own name of a request may look like, which answers and the log repeat.
var safeRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// requestID names each request: as X-Request-Id does where it came with a safe one, else anew.
func requestID() echo.MiddlewareFunc {
	named := middleware.RequestID()
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		name := named(next)
		return func(c echo.Context) error {
			if header := c.Request().Header; !safeRequestID.MatchString(header.Get(echo.HeaderXRequestID)) {
				header.Del(echo.HeaderXRequestID)
			}
			return name(c)
		}
	}
}
