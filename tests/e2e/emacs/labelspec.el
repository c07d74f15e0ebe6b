;; LabelSpec in Emacs with eglot.  `labelspec' must be on the PATH.
(require 'eglot)
(require 'project)

(define-derived-mode labelspec-mode prog-mode "LabelSpec"
  "Labeling guidelines."
  (setq-local comment-start "// ")
  (setq-local comment-end ""))
(add-to-list 'auto-mode-alist '("\\.labelspec\\'" . labelspec-mode))

;; The folder with the labelspec.yaml is the project, whatever holds it.
(add-hook 'project-find-functions
          (lambda (folder)
            (when-let ((root (locate-dominating-file folder "labelspec.yaml")))
              (cons 'transient root))))

(add-to-list 'eglot-server-programs
             '((labelspec-mode js-mode js-json-mode nxml-mode yaml-mode) . ("labelspec" "lsp")))
(add-hook 'labelspec-mode-hook #'eglot-ensure)
