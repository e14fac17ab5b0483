package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"

	sanad "github.com/sanad-workbench/sanad"
	"github.com/sanad-workbench/sanad/internal/api"
	"github.com/sanad-workbench/sanad/internal/app"
)

type serveCmd struct {
	data
	Addr  string `help:"Address to listen on; this machine only." default:"127.0.0.1:8484"`
	Demo  bool   `help:"Make the demo investigation first, when it is not there."`
	Token string `help:"Start-up token; a fresh one when empty." env:"SANAD_TOKEN" hidden:""`
}

// Run serves until it is interrupted.
func (c *serveCmd) Run(e *env) error {
	if e.app != nil {
		return sanad.Errorf(sanad.Busy, "a server is running already").WithRemedy("open the address it printed, or stop it first")
	}
	if err := api.CheckLoopback(c.Addr); err != nil {
		return err
	}
	a, done, err := e.open(c.data, true)
	if errors.Is(err, errElsewhere) {
		return sanad.Errorf(sanad.Busy, "a server is using %s already", c.Data).WithRemedy("open the address it printed, or stop it first")
	}
	if err != nil {
		return err
	}
	defer done()
	if c.Demo {
		if err := makeDemo(e, a, app.DemoOptions{Seed: 1, Members: 200, Reports: 5000}); err != nil {
			return err
		}
	}
	ctx, stop := signal.NotifyContext(e.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return sanad.Errorf(sanad.Conflicting, "cannot listen on %s: %v", c.Addr, err).WithRemedy("choose another port with --addr")
	}
	token := c.Token
	if token == "" {
		token = api.NewToken()
	}
	s, err := api.New(ctx, a, e.actor, l.Addr().String(), token)
	if err != nil {
		return err
	}
	sock := socketPath(e.path(c.Data))
	os.Remove(sock) // left by a process that died; the lock says that no other lives
	old := syscall.Umask(0o177)
	u, err := net.Listen("unix", sock)
	syscall.Umask(old)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", sock, err)
	}
	defer os.Remove(sock)
	go commandsOver(ctx, u, a)
	fmt.Fprintf(e.out, "Sanad is ready. Open http://%s/?token=%s\n", l.Addr(), token)
	go a.Warm(ctx, e.actor)
	err = s.Serve(l)
	u.Close()
	return err
}

func socketPath(dir string) string { return filepath.Join(dir, "socket") }

func serving(dir string) bool {
	c, err := net.Dial("unix", socketPath(dir))
	if err != nil {
		return false
	}
	c.Close()
	return true
}

// request is a command sent to the server that owns the data directory; frame is what comes back.
type request struct {
	Args []string `json:"args"`
	Cwd  string   `json:"cwd"`
	User string   `json:"user"`
	TTY  bool     `json:"tty"`
}

type frame struct {
	Out  []byte `json:"o,omitempty"`
	Err  []byte `json:"e,omitempty"`
	Exit *int   `json:"x,omitempty"`
}

// forward has the server run this command.
func (e *env) forward(dir string) int {
	c, err := net.Dial("unix", socketPath(e.path(dir)))
	if err != nil {
		return e.fail(sanad.Errorf(sanad.Busy, "another sanad process is using %s", dir).WithRemedy("wait for it to finish, or stop it"))
	}
	defer c.Close()
	if err := json.NewEncoder(c).Encode(request{Args: e.args, Cwd: e.cwd, User: e.actor.Name, TTY: e.tty}); err != nil {
		return e.fail(fmt.Errorf("speak to the server: %w", err))
	}
	d := json.NewDecoder(bufio.NewReader(c))
	for {
		var f frame
		if err := d.Decode(&f); err != nil {
			return e.fail(fmt.Errorf("the server stopped in the middle of the command: %w", err))
		}
		e.out.Write(f.Out)
		e.err.Write(f.Err)
		if f.Exit != nil {
			return *f.Exit
		}
	}
}

// commandsOver runs commands that come in over the socket, each with the server's own App.
func commandsOver(ctx context.Context, l net.Listener, a *app.App) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			r := bufio.NewReader(c)
			var q request
			if err := json.NewDecoder(r).Decode(&q); err != nil {
				return
			}
			ctx, cancel := context.WithCancel(ctx)
			defer cancel()
			go func() { // the other side went away: Ctrl-C
				io.Copy(io.Discard, c)
				cancel()
			}()
			f := &frames{enc: json.NewEncoder(c)}
			inner := &env{ctx: ctx, args: q.Args, cwd: q.Cwd, tty: q.TTY, app: a, actor: sanad.Actor{Name: q.User, All: true},
				out: writerFunc(func(b []byte) { f.send(frame{Out: b}) }), err: writerFunc(func(b []byte) { f.send(frame{Err: b}) })}
			code := inner.run()
			f.send(frame{Exit: &code})
		}()
	}
}

type frames struct {
	mu  sync.Mutex
	enc *json.Encoder
}

func (f *frames) send(x frame) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.enc.Encode(x) // an error means the other side went away, which cancels the command
}

type writerFunc func([]byte)

func (w writerFunc) Write(b []byte) (int, error) {
	w(b)
	return len(b), nil
}
