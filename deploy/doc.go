// Package deploy has recipes for running Zayavka: each is tried on its real program by `make deploy-check`.
package deploy
