;; What a user does in Emacs, written to the file $LABELSPEC_RESULT as JSON for the test to judge.
(require 'json)
(require 'flymake)

(defvar session-result '())

(defun session-note (key value)
  (push (cons key value) session-result))

(defun session-wait (what ready)
  "Let the server talk until READY; fail with WHAT after half a minute."
  (let ((end (+ (float-time) 30)))
    (while (not (funcall ready))
      (when (> (float-time) end)
        (error "waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun session-open (file)
  (find-file file)
  (apply #'eglot (eglot--guess-contact))
  (eglot-current-server))

(defun session-diagnostics ()
  (vconcat
   (mapcar (lambda (found)
             (list (cons 'line (line-number-at-pos (flymake-diagnostic-beg found)))
                   (cons 'message (flymake-diagnostic-text found))))
           (flymake-diagnostics))))

(defun session-talk ()
  (flymake-start)
  (> (length (flymake-diagnostics)) 0))

(defun session-ask (method)
  (jsonrpc-request (eglot-current-server) method (eglot--TextDocumentPositionParams)))

(defun session-run ()
  (let ((server (session-open "guideline/urban_driving.labelspec")))
    (session-note 'mode (symbol-name major-mode))
    (session-note 'root (expand-file-name (project-root (eglot--project server))))
    (goto-char (point-min))
    (search-forward "rule rider_has_two_wheeler {\n")
    (insert "  bogus\n")
    (eglot--signal-textDocument/didChange)
    (session-wait "the diagnostic" #'session-talk)
    (session-note 'diagnostics (session-diagnostics))
    (forward-line -1)
    (delete-region (point) (line-beginning-position 2))
    (eglot--signal-textDocument/didChange)
    (session-wait "the diagnostic to go" (lambda () (not (session-talk))))

    (goto-char (point-min))
    (search-forward "class ca")
    (session-note 'hover (plist-get (plist-get (session-ask :textDocument/hover) :contents) :value))
    (search-forward "extends veh")
    (let ((found (session-ask :textDocument/definition)))
      (when (vectorp found) (setq found (aref found 0)))
      (session-note 'definition (or (plist-get found :uri) (plist-get found :targetUri))))
    (eglot-rename "road_vehicle")
    (goto-char (point-min))
    (session-note 'renamed (and (search-forward "class car extends road_vehicle" nil t) t))
    (set-buffer-modified-p nil)
    (eglot-shutdown server nil 10)
    (session-note 'stopped (not (jsonrpc-running-p server)))))

(let ((status 0))
  (condition-case problem
      (session-run)
    (error
     (setq status 1)
     (session-note 'problem (error-message-string problem))))
  (with-temp-file (getenv "LABELSPEC_RESULT")
    (insert (json-encode session-result)))
  (kill-emacs status))
